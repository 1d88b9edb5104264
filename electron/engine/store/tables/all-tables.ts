/** Every table that is read and written row by row, by the name the engine knows it by. */
import type { TableName, Tables } from '../rows.ts';
import type { NumberedTable } from '../store.ts';
import {
  deviceCredentials,
  devices,
  facts,
  hardware,
  hostKeys,
  positions,
  revisions,
  sensors,
} from './device-tables.ts';
import { events, incidentNotes, incidentReasons, incidents, states, watches } from './history-tables.ts';
import { addresses, ifIndexes, interfaces } from './interface-tables.ts';
import { boards, credentials, settings } from './settings-tables.ts';
import { evidence, links } from './topology-tables.ts';
import type { Table } from './table.ts';

export const allTables: { readonly [N in TableName]: Table<Tables[N]> } = {
  devices,
  interfaces,
  ifIndexes,
  addresses,
  evidence,
  links,
  states,
  incidents,
  incidentNotes,
  incidentReasons,
  events,
  credentials,
  deviceCredentials,
  positions,
  revisions,
  facts,
  hardware,
  sensors,
  hostKeys,
  settings,
  boards,
  watches,
};

export const tableNames = Object.keys(allTables) as readonly TableName[];

const BORROWED_ID: ReadonlySet<TableName> = new Set<TableName>([
  'settings',
  'positions',
  'facts',
  'hardware',
  'hostKeys',
]);

export const numberedTables = tableNames.filter((name): name is NumberedTable => !BORROWED_ID.has(name));
