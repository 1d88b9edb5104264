import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { DeviceIcon } from '../ui/DeviceIcon.tsx';
import { numericText } from '../ui/Numeric.tsx';
import { stateNames, statesByUrgency } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { plainLayout, type TableLayout } from '../ui/table/table-layout.ts';
import { Age, Time } from '../ui/Time.tsx';
import { productOf, softwareOf, troubleOf, type DeviceRow } from './device-rows.ts';
import styles from './DevicesView.module.css';

type Column = TableColumn<DeviceRow>;
type Metric = 'rttAvg' | 'loss' | 'cpu' | 'memory';

const wholePercent = (value: number): string => formatPercent(Math.round(value));

/** A neighbour that is only heard of is not measured: nothing, rather than unknown. */
function measured(row: DeviceRow, metric: Metric, format: (value: number) => string): ReactNode {
  return row.device.managed ? numericText({ value: row.latest?.[metric], format }) : null;
}

function numberColumn(
  id: string,
  header: string,
  unit: string,
  width: string,
  metric: Metric,
  format: (value: number) => string,
): Column {
  return {
    id,
    header,
    name: `${header} (${unit})`,
    width,
    align: 'end',
    fits: true,
    downFirst: true,
    sortBy: (row) => row.latest?.[metric] ?? null,
    value: (row) => {
      const value = row.latest?.[metric] ?? null;
      return value === null ? null : Number(value.toFixed(3));
    },
    cell: (row) => measured(row, metric, format),
  };
}

function textColumn(id: string, header: string, width: string, of: (device: Device) => string | null): Column {
  const value = (row: DeviceRow): string | null => of(row.device) || null;
  return { id, header, width, sortBy: value, cell: value };
}

const monoColumn = (id: string, header: string, width: string, of: (device: Device) => string | null): Column => ({
  ...textColumn(id, header, width, of),
  mono: true,
});

function troubleCell(device: Device): ReactNode {
  const { problem, maintenanceUntilMs } = device;
  const text = troubleOf(device);
  if (maintenanceUntilMs === null) return problem === null ? text : <span title={problem}>{text}</span>;
  return (
    <span title={problem ?? undefined}>
      until <Time atMs={maintenanceUntilMs} />
      {text !== null && `, ${text}`}
    </span>
  );
}

/** A moment; in a file as ISO 8601 in UTC. */
function momentColumn(id: string, header: string, of: (device: Device) => number | null): Column {
  return {
    id,
    header,
    width: '116px',
    align: 'end',
    downFirst: true,
    optional: true,
    sortBy: (row) => of(row.device),
    value: (row) => {
      const atMs = of(row.device);
      return atMs === null ? null : new Date(atMs).toISOString();
    },
    cell: (row) => {
      const atMs = of(row.device);
      return atMs === null ? null : <Time atMs={atMs} />;
    },
  };
}

const optional = (column: Column): Column => ({ ...column, optional: true });

export const deviceColumns: readonly Column[] = [
  {
    id: 'state',
    header: 'State',
    width: '108px',
    fits: true,
    sortBy: (row) => statesByUrgency.indexOf(row.device.state),
    value: (row) => stateNames[row.device.state],
    cell: (row) => <StateMark state={row.device.state} />,
  },
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(140px, 1.2fr)',
    fixed: true,
    sortBy: (row) => row.device.name,
    cell: (row) => (
      <a className={styles.name} href={`#/devices/${row.device.id}`} tabIndex={-1} draggable={false}>
        {row.device.name}
      </a>
    ),
  },
  monoColumn('address', 'Address', '124px', (device) => device.address),
  {
    id: 'kind',
    header: 'Kind',
    width: '132px',
    sortBy: (row) => deviceGlyphNames[row.device.kind],
    cell: (row) => (
      <span className={styles.kind}>
        <DeviceIcon kind={row.device.kind} size={16} />
        {deviceGlyphNames[row.device.kind]}
      </span>
    ),
  },
  textColumn('model', 'Vendor and model', 'minmax(140px, 1.3fr)', productOf),
  textColumn('site', 'Site', 'minmax(80px, 0.7fr)', (device) => device.site),
  numberColumn('rtt', 'Answer time', 'ms', '84px', 'rttAvg', formatDuration),
  numberColumn('loss', 'Loss', '%', '64px', 'loss', wholePercent),
  numberColumn('cpu', 'Processor', '%', '76px', 'cpu', wholePercent),
  numberColumn('memory', 'Memory', '%', '68px', 'memory', wholePercent),
  {
    id: 'problem',
    header: 'Problem',
    width: 'minmax(160px, 1.6fr)',
    sortBy: (row) => troubleOf(row.device),
    cell: (row) => troubleCell(row.device),
  },
  {
    id: 'since',
    header: 'In state for',
    width: '92px',
    align: 'end',
    optional: true,
    downFirst: true,
    sortBy: (row) => -row.device.stateSinceMs,
    name: 'In state since',
    value: (row) => new Date(row.device.stateSinceMs).toISOString(),
    cell: (row) => <Age sinceMs={row.device.stateSinceMs} />,
  },
  optional(textColumn('software', 'Software', 'minmax(120px, 0.8fr)', softwareOf)),
  optional(monoColumn('serial', 'Serial', '116px', (device) => device.serial)),
  optional(textColumn('location', 'Location', 'minmax(120px, 0.8fr)', (device) => device.location)),
  optional(textColumn('contact', 'Contact', 'minmax(120px, 0.8fr)', (device) => device.contact)),
  momentColumn('lastAnswer', 'Last answer', (device) => device.lastAnswerAtMs),
  momentColumn('booted', 'Running since', (device) => device.bootedAtMs),
  momentColumn('added', 'Added', (device) => device.addedAtMs),
];

/** Worst first, then by name. */
export const deviceLayout: TableLayout = {
  ...plainLayout,
  sort: [
    { id: 'state', desc: false },
    { id: 'name', desc: false },
  ],
};
