import type { ReactNode } from 'react';
import { formatSpeed } from '../../shared/units/bits.ts';
import { formatPercent } from '../../shared/units/percent.ts';
import { Sparkline } from '../graphs/Sparkline.tsx';
import type { TimeRange } from '../state/use-time-range.ts';
import { numericText } from '../ui/Numeric.tsx';
import { statesByUrgency } from '../ui/state-marks.ts';
import { StateMark } from '../ui/StateMark.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { UseBar } from '../ui/UseBar.tsx';
import { portStateName } from './port-filter.ts';
import type { PortRow } from './port-rows.ts';
import type { RateUnit } from './rate-unit.ts';
import type { SparklineData } from './use-sparklines.ts';
import styles from './PortTable.module.css';

export interface PortColumnsOptions {
  readonly unit: RateUnit;
  readonly range: TimeRange;
  readonly spanLabel: string;
  readonly lines: ReadonlyMap<number, SparklineData>;
}

/** What stands beside the port's name: its neighbour, else what people or the device call it. */
function About({ row }: { readonly row: PortRow }): ReactNode {
  const { port, link, shut } = row;
  const name = port.alias ?? (port.description === port.name ? null : port.description);
  if (shut) {
    const said = name !== null && /shut ?down/i.test(name);
    return <span className={styles.quiet}>{name === null ? 'shut down' : said ? name : `${name}, shut down`}</span>;
  }
  if (link === undefined) return <span className={styles.quiet}>{name}</span>;
  const flapping = link.link.flapping;
  return (
    <>
      {link.neighbour?.name ?? 'unknown neighbour'} {flapping && <span className={styles.flapping}>flapping</span>}
    </>
  );
}

/** Switched off by a person: neither up nor a fault, so none of the states. */
function ShutMark(): ReactNode {
  return (
    <>
      <svg className={styles.shut} width={14} height={14} viewBox="0 0 16 16" aria-hidden>
        <circle cx={8} cy={8} r={3.75} />
      </svg>
      <span className="only-for-readers">Shut down</span>
    </>
  );
}

function UseCell({ row, direction }: { readonly row: PortRow; readonly direction: 'in' | 'out' }): ReactNode {
  if (row.shut) return null;
  const percent = (direction === 'in' ? row.latest?.inUse : row.latest?.outUse) ?? null;
  return (
    <span className={styles.use}>
      <UseBar percent={percent} width={28} height={5} />
      <span className={styles.percent}>{percent === null ? '' : formatPercent(Math.round(percent))}</span>
    </span>
  );
}

function RateCell({
  row,
  rate,
  unit,
}: {
  readonly row: PortRow;
  readonly rate: number | null | undefined;
  readonly unit: RateUnit;
}): ReactNode {
  if (row.shut) return null;
  return <strong className={styles.rate}>{numericText({ value: rate, format: unit.format })}</strong>;
}

function ErrorsCell({ row }: { readonly row: PortRow }): ReactNode {
  if (row.shut) return null;
  const count = row.errorsPerMinute;
  if (count === null) return <span className={styles.quiet}>unknown</span>;
  const bad = count >= 1;
  return <span className={bad ? styles.errors : styles.quiet}>{bad || count === 0 ? Math.round(count) : '< 1'}</span>;
}

function LineCell({
  row,
  line,
  range,
}: {
  readonly row: PortRow;
  readonly line: SparklineData | undefined;
  readonly range: TimeRange;
}): ReactNode {
  if (line === undefined || row.shut) return null;
  return (
    <Sparkline
      atMs={line.atMs}
      lines={[
        { values: line.outBps, tone: 'out' },
        { values: line.inBps, tone: 'in' },
      ]}
      fromMs={range.fromMs}
      toMs={range.toMs}
      width={LINE_PX}
      height={18}
      label={`Traffic of ${row.port.name}`}
    />
  );
}

/** Beside its graph a table of ports has some 730 px. */
const LINE_PX = 84;

/** For a file: enough digits to compare, no noise. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(2));

export function portColumns({ unit, range, spanLabel, lines }: PortColumnsOptions): readonly TableColumn<PortRow>[] {
  return [
    {
      id: 'port',
      header: 'Port',
      fixed: true,
      width: 'minmax(72px, 0.7fr)',
      sortBy: (row) => row.port.name,
      cell: (row) => (
        <span className={styles.port} title={row.port.name}>
          {row.shut ? <ShutMark /> : <StateMark state={row.port.state} shapeOnly />}
          <span className="mono">{row.port.name}</span>
        </span>
      ),
    },
    {
      id: 'about',
      header: 'Neighbour or name',
      width: 'minmax(100px, 1.4fr)',
      sortBy: (row) => row.link?.neighbour?.name ?? row.port.alias ?? row.port.description,
      cell: (row) => <About row={row} />,
    },
    {
      id: 'speed',
      header: 'Speed',
      name: 'Speed (bit/s)',
      width: '52px',
      align: 'end',
      fits: true,
      sortBy: (row) => row.port.speedBps,
      cell: (row) => numericText({ value: row.port.speedBps, format: formatSpeed }),
    },
    {
      id: 'out',
      header: `Out ${unit.name}`,
      name: 'Out (bit/s)',
      width: '66px',
      align: 'end',
      fits: true,
      downFirst: true,
      sortBy: (row) => row.latest?.outBps ?? null,
      cell: (row) => <RateCell row={row} rate={row.latest?.outBps} unit={unit} />,
    },
    {
      id: 'outUse',
      header: 'of speed',
      name: 'Out (% of speed)',
      value: (row) => rounded(row.latest?.outUse),
      width: '72px',
      align: 'end',
      fits: true,
      downFirst: true,
      sortBy: (row) => row.latest?.outUse ?? null,
      cell: (row) => <UseCell row={row} direction="out" />,
    },
    {
      id: 'in',
      header: `In ${unit.name}`,
      name: 'In (bit/s)',
      width: '62px',
      align: 'end',
      fits: true,
      downFirst: true,
      sortBy: (row) => row.latest?.inBps ?? null,
      cell: (row) => <RateCell row={row} rate={row.latest?.inBps} unit={unit} />,
    },
    {
      id: 'inUse',
      header: 'of speed',
      name: 'In (% of speed)',
      value: (row) => rounded(row.latest?.inUse),
      width: '72px',
      align: 'end',
      fits: true,
      downFirst: true,
      sortBy: (row) => row.latest?.inUse ?? null,
      cell: (row) => <UseCell row={row} direction="in" />,
    },
    {
      id: 'line',
      header: `Last ${spanLabel}`,
      width: `${LINE_PX + 8}px`,
      fits: true,
      cell: (row) => <LineCell row={row} line={lines.get(row.port.id)} range={range} />,
    },
    {
      id: 'errors',
      header: 'Err/min',
      name: 'Errors a minute',
      value: (row) => rounded(row.errorsPerMinute),
      width: '52px',
      align: 'end',
      fits: true,
      downFirst: true,
      sortBy: (row) => row.errorsPerMinute,
      cell: (row) => <ErrorsCell row={row} />,
    },
  ];
}

function packetsColumn(
  metric: 'inPps' | 'outPps' | 'inDiscards' | 'outDiscards',
  header: string,
): TableColumn<PortRow> {
  return {
    id: metric,
    header,
    width: '92px',
    align: 'end',
    fits: true,
    optional: true,
    downFirst: true,
    sortBy: (row) => row.latest?.[metric] ?? null,
    value: (row) => rounded(row.latest?.[metric]),
    cell: (row) =>
      row.shut ? null : numericText({ value: row.latest?.[metric], format: (value) => value.toFixed(1) }),
  };
}

/** After the names, where the table has the whole page. */
export const stateColumns: readonly TableColumn<PortRow>[] = [
  {
    id: 'state',
    header: 'State',
    width: '96px',
    fits: true,
    sortBy: (row) => statesByUrgency.indexOf(row.port.state),
    value: portStateName,
    cell: portStateName,
  },
];

/** Columns that only the full page of interfaces has room for. */
export const detailColumns: readonly TableColumn<PortRow>[] = [
  {
    id: 'addresses',
    header: 'Addresses',
    width: 'minmax(96px, 1fr)',
    sortBy: (row) => row.port.addresses[0] ?? null,
    value: (row) => row.port.addresses.join(' ') || null,
    cell: (row) => (
      <span className="mono" title={row.port.addresses.join(', ')}>
        {row.port.addresses.join(', ')}
      </span>
    ),
  },
  {
    id: 'mac',
    header: 'MAC',
    width: '124px',
    sortBy: (row) => row.port.mac,
    mono: true,
    cell: (row) => row.port.mac,
  },
  {
    id: 'mtu',
    header: 'MTU',
    width: '52px',
    align: 'end',
    fits: true,
    sortBy: (row) => row.port.mtu,
    cell: (row) => row.port.mtu,
  },
  {
    id: 'alias',
    header: 'Alias',
    width: 'minmax(96px, 1fr)',
    optional: true,
    sortBy: (row) => row.port.alias,
    cell: (row) => row.port.alias,
  },
  {
    id: 'type',
    header: 'Type',
    width: '116px',
    optional: true,
    sortBy: (row) => row.port.type,
    cell: (row) => row.port.type,
  },
  {
    id: 'ifIndex',
    header: 'ifIndex',
    width: '60px',
    align: 'end',
    fits: true,
    optional: true,
    sortBy: (row) => row.port.ifIndex,
    cell: (row) => row.port.ifIndex,
  },
  packetsColumn('outPps', 'Out packets/s'),
  packetsColumn('inPps', 'In packets/s'),
  packetsColumn('outDiscards', 'Out discards/s'),
  packetsColumn('inDiscards', 'In discards/s'),
];
