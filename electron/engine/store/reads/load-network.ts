/** All that the engine keeps in memory. */
import type { Connection } from '../connection.ts';
import { DAY_MS } from '../samples/roll-up.ts';
import type { IncidentWithNotes, LoadedNetwork } from '../store.ts';
import { allTables } from '../tables/all-tables.ts';
import { incidents } from '../tables/history-tables.ts';
import type { Table } from '../tables/table.ts';

const CLOSED_INCIDENTS_MS = 7 * DAY_MS;

/** Rows of a table; `where` is SQL of ours, values go in as parameters. */
export function readRows<Row>(connection: Connection, table: Table<Row>, where = '', values: unknown[] = []): Row[] {
  const statement = connection.prepare<unknown[], unknown[]>(`${table.select} ${where}`).raw();
  return statement.all(...values).map((row) => table.decode(row));
}

const COUNT_NOTES = '(SELECT count(*) FROM incident_notes WHERE incident_id = incidents.id)';

/** Incidents with how many notes each has. */
export function readIncidents(connection: Connection, where: string, values: unknown[]): IncidentWithNotes[] {
  const select = incidents.select.replace(' FROM ', `, ${COUNT_NOTES} FROM `);
  const statement = connection.prepare<unknown[], unknown[]>(`${select} ${where}`).raw();
  return statement.all(...values).map((row) => ({ ...incidents.decode(row), notes: Number(row.at(-1)) }));
}

/** Call it inside a read transaction, so that the tables fit together. */
export function loadNetwork(connection: Connection, nowMs: number): LoadedNetwork {
  const recent = 'WHERE closed_at_ms IS NULL OR closed_at_ms >= ? ORDER BY id';
  return {
    devices: readRows(connection, allTables.devices),
    interfaces: readRows(connection, allTables.interfaces),
    ifIndexes: readRows(connection, allTables.ifIndexes, 'WHERE to_ms IS NULL'),
    addresses: readRows(connection, allTables.addresses),
    evidence: readRows(connection, allTables.evidence),
    links: readRows(connection, allTables.links, 'WHERE gone_at_ms IS NULL'),
    states: readRows(connection, allTables.states, 'WHERE to_ms IS NULL'),
    incidents: readIncidents(connection, recent, [nowMs - CLOSED_INCIDENTS_MS]),
    credentials: readRows(connection, allTables.credentials),
    deviceCredentials: readRows(connection, allTables.deviceCredentials),
    positions: readRows(connection, allTables.positions),
    facts: readRows(connection, allTables.facts),
    hardware: readRows(connection, allTables.hardware),
    sensors: readRows(connection, allTables.sensors),
    hostKeys: readRows(connection, allTables.hostKeys),
    settings: readRows(connection, allTables.settings),
    boards: readRows(connection, allTables.boards),
  };
}
