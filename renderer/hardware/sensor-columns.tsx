import type { ReactNode } from 'react';
import { Sparkline } from '../graphs/Sparkline.tsx';
import type { TimeRange } from '../state/use-time-range.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { HealthMark } from './HealthMark.tsx';
import { healthRank, isUnjudged } from './health-words.ts';
import { LimitBar } from './LimitBar.tsx';
import { groupNames, type SensorRow } from './sensor-groups.ts';
import { valueText } from './sensor-value.ts';
import type { SensorLine } from './use-sensor-sparklines.ts';
import { WhyButton } from './WhyButton.tsx';
import styles from './Hardware.module.css';

export interface SensorColumnsOptions {
  readonly range: TimeRange;
  readonly spanLabel: string;
  readonly lines: ReadonlyMap<number, SensorLine>;
  readonly portName: (interfaceId: number | null) => string | null;
}

function Line({ row, line, range }: { row: SensorRow; line: SensorLine | undefined; range: TimeRange }): ReactNode {
  if (line === undefined || row.sensor.kind === 'state') return null;
  return (
    <Sparkline
      atMs={line.atMs}
      lines={[{ values: line.values, tone: 'neutral' }]}
      fromMs={range.fromMs}
      toMs={range.toMs}
      width={112}
      height={18}
      label={`${row.sensor.name} over the time shown`}
    />
  );
}

/** The device's own words where they say more than the state. */
export function StateCell({ sensor }: Pick<SensorRow, 'sensor'>): ReactNode {
  if (isUnjudged(sensor)) return <HealthMark health="unknown" word="no limits" plain />;
  return (
    <span title={sensor.because ?? undefined}>
      <HealthMark health={sensor.health} />
    </span>
  );
}

export function sensorColumns(options: SensorColumnsOptions): readonly TableColumn<SensorRow>[] {
  const { range, spanLabel, lines, portName } = options;
  return [
    {
      id: 'group',
      header: 'Kind',
      width: '88px',
      cell: ({ first, group }) => (first ? <strong className={styles.group}>{groupNames[group]}</strong> : null),
    },
    {
      id: 'name',
      header: 'Sensor',
      width: 'minmax(150px, 1.6fr)',
      sortBy: ({ sensor }) => sensor.name,
      cell: ({ sensor }) => <span title={sensor.name}>{sensor.name}</span>,
    },
    {
      id: 'value',
      header: 'Value',
      width: '92px',
      align: 'end',
      sortBy: ({ sensor }) => sensor.value,
      cell: ({ sensor }) => (
        <span className={sensor.value === null ? styles.quiet : styles.value}>{valueText(sensor)}</span>
      ),
    },
    {
      id: 'why',
      header: <span className="only-for-readers">Why</span>,
      width: '24px',
      align: 'end',
      cell: ({ sensor }) => (
        <WhyButton deviceId={sensor.deviceId} subject={{ kind: 'sensor', sensorId: sensor.id }} name={sensor.name} />
      ),
    },
    { id: 'limits', header: 'Limits', width: '92px', cell: ({ sensor }) => <LimitBar sensor={sensor} /> },
    {
      id: 'state',
      header: 'State',
      width: '96px',
      sortBy: ({ sensor }) => healthRank(sensor.health),
      cell: ({ sensor }) => <StateCell sensor={sensor} />,
    },
    {
      id: 'line',
      header: `Last ${spanLabel}`,
      width: '120px',
      cell: (row) => <Line row={row} line={lines.get(row.sensor.id)} range={range} />,
    },
    {
      id: 'port',
      header: 'Port',
      width: 'minmax(64px, 0.6fr)',
      sortBy: ({ sensor }) => portName(sensor.interfaceId),
      cell: ({ sensor }) => <span className="mono">{portName(sensor.interfaceId)}</span>,
    },
    {
      id: 'because',
      header: 'Because',
      width: 'minmax(80px, 1.2fr)',
      sortBy: ({ sensor }) => sensor.because,
      cell: ({ sensor }) => (
        <span className={styles.quiet} title={sensor.because ?? undefined}>
          {isUnjudged(sensor) ? null : sensor.because}
        </span>
      ),
    },
  ];
}
