import { useMemo, type ReactNode } from 'react';
import type { OpticPart } from '../../shared/model/hardware.ts';
import { useTopic } from '../engine/use-topic.ts';
import { select, useSelection } from '../state/selection.ts';
import { classNames } from '../ui/class-names.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Reading } from '../ui/Reading.tsx';
import type { TableColumn } from '../ui/table-column.ts';
import { HealthMark } from './HealthMark.tsx';
import { healthRank } from './health-words.ts';
import { LimitBar } from './LimitBar.tsx';
import { opticRows, type OpticRow } from './optic-rows.ts';
import { valueText } from './sensor-value.ts';
import { useHardware } from './use-hardware.ts';
import { usePortNames } from './use-port-names.ts';
import { WhyButton } from './WhyButton.tsx';
import styles from './Hardware.module.css';

export const opticNames: Readonly<Record<OpticPart, string>> = {
  rx: 'Received',
  tx: 'Sent',
  bias: 'Bias',
  temperature: 'Temperature',
  voltage: 'Supply',
};

function OpticValue({ row, part }: { readonly row: OpticRow; readonly part: OpticPart }): ReactNode {
  const sensor = row.values[part];
  if (sensor === undefined) return <span className={styles.quiet}>not told</span>;
  const lanes = row.lanes[part] ?? 1;
  return (
    <span className={styles.opticValue} title={lanes > 1 ? `${sensor.name}; ${lanes} lanes` : sensor.name}>
      <LimitBar sensor={sensor} width={32} />
      <span className={styles.opticNumber} data-health={sensor.health}>
        {valueText(sensor)}
      </span>
      <WhyButton deviceId={sensor.deviceId} subject={{ kind: 'sensor', sensorId: sensor.id }} name={sensor.name} />
    </span>
  );
}

const valueColumn = (part: OpticPart): TableColumn<OpticRow> => ({
  id: part,
  header: opticNames[part],
  width: 'minmax(128px, 0.8fr)',
  sortBy: (row) => row.values[part]?.value ?? null,
  cell: (row) => <OpticValue row={row} part={part} />,
});

function columnsOf(portName: (interfaceId: number | null) => string | null): readonly TableColumn<OpticRow>[] {
  return [
    {
      id: 'port',
      header: 'Port',
      width: 'minmax(72px, 0.6fr)',
      sortBy: (row) => portName(row.interfaceId),
      cell: (row) => <span className="mono">{portName(row.interfaceId)}</span>,
    },
    {
      id: 'module',
      header: 'Module',
      width: 'minmax(96px, 1.4fr)',
      sortBy: (row) => row.part?.model ?? null,
      cell: ({ part }) => (
        <span title={[part?.model, part?.serial].filter(Boolean).join(', ')}>
          {part?.model} <span className={classNames('mono', styles.quiet)}>{part?.serial}</span>
        </span>
      ),
    },
    {
      id: 'state',
      header: 'State',
      width: '78px',
      sortBy: (row) => healthRank(row.health),
      cell: (row) => (
        <span title={row.because ?? undefined}>
          <HealthMark health={row.health} />
        </span>
      ),
    },
    valueColumn('rx'),
    valueColumn('tx'),
    valueColumn('bias'),
    valueColumn('temperature'),
    valueColumn('voltage'),
  ];
}

/** Transceivers with what they send and receive, between their limits. */
export function OpticsTab({ deviceId }: { readonly deviceId: number }): ReactNode {
  const { items, ready } = useTopic('sensors', { deviceId });
  const { data } = useHardware(deviceId);
  const portName = usePortNames(deviceId);
  const selection = useSelection();
  const rows = useMemo(() => opticRows(items, data?.parts ?? []), [items, data]);
  const columns = useMemo(() => columnsOf(portName), [portName]);
  return (
    <div className={styles.tab}>
      <DataTable
        label="Optics"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.interfaceId}
        selectedKey={selection?.kind === 'interface' ? selection.interfaceId : null}
        onSelect={(row) => select({ kind: 'interface', deviceId, interfaceId: row.interfaceId })}
        initialSort={{ id: 'port', desc: false }}
        empty={
          ready ? (
            <EmptyState
              title="No optics"
              text="The device tells of no transceiver: neither ENTITY-SENSOR-MIB nor a table of its vendor has received power, sent power or bias current of a port."
            />
          ) : (
            <Reading />
          )
        }
      />
    </div>
  );
}
