/** What the interfaces of a device can be filtered by. */
import { formatSpeed } from '../../shared/units/bits.ts';
import type { FilterField, FilterSpec } from '../filter/filter-spec.ts';
import { stateNames } from '../ui/state-marks.ts';
import type { PortRow } from './port-rows.ts';

/** Shut down by a person is none of the states, and the first thing that people look for. */
export const portState = (row: PortRow): string => (row.shut ? 'shut' : row.port.state);

export const portStateName = (row: PortRow): string => (row.shut ? 'Shut down' : stateNames[row.port.state]);

const STATE_NAMES: Readonly<Record<string, string>> = { ...stateNames, shut: 'Shut down' };

const FIELDS: readonly FilterField<PortRow>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'text',
    of: portState,
    nameOf: (state) => STATE_NAMES[state] ?? state,
    offered: true,
  },
  { id: 'port', label: 'Port', kind: 'text', of: (row) => row.port.name },
  { id: 'neighbour', label: 'Neighbour', kind: 'text', of: (row) => row.link?.neighbour?.name ?? null, offered: true },
  { id: 'alias', label: 'Alias', kind: 'text', of: (row) => row.port.alias },
  { id: 'type', label: 'Type', kind: 'text', of: (row) => row.port.type, offered: true },
  {
    id: 'speed',
    label: 'Speed',
    kind: 'text',
    of: (row) => (row.port.speedBps === null ? null : formatSpeed(row.port.speedBps)),
    offered: true,
  },
  { id: 'address', label: 'Address', kind: 'text', of: (row) => row.port.addresses },
  { id: 'mac', label: 'MAC', kind: 'text', of: (row) => row.port.mac },
  { id: 'use', label: 'Use', kind: 'number', hint: 'percent of the fuller direction: use:>70', of: (row) => row.use },
  { id: 'errors', label: 'Errors', kind: 'number', hint: 'a minute: errors:>0', of: (row) => row.errorsPerMinute },
  { id: 'problem', label: 'Problem', kind: 'text', of: (row) => (row.problem ? 'yes' : 'no'), offered: true },
];

export const portFilter: FilterSpec<PortRow> = {
  fields: FIELDS,
  textOf: (row) => {
    const { name, alias, description, type, mac, addresses } = row.port;
    const words = [name, alias, description, type, mac, ...addresses, row.link?.neighbour?.name, portStateName(row)];
    return words
      .filter((word) => word !== null && word !== undefined)
      .join('\n')
      .toLowerCase();
  },
};
