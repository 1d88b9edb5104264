import { useMemo, type ReactNode } from 'react';
import type { CallResult } from '../../shared/contract/index.ts';
import type { Sensor } from '../../shared/contract/hardware.ts';
import type { DeviceFacts } from '../../shared/contract/devices.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import { useTopic } from '../engine/use-topic.ts';
import { Sparkline } from '../graphs/Sparkline.tsx';
import { select, useSelection } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { Reading } from '../ui/Reading.tsx';
import { UseBar } from '../ui/UseBar.tsx';
import { Age } from '../ui/Time.tsx';
import { HealthMark } from './HealthMark.tsx';
import { missingTables, PART_TABLES } from './missing-tables.ts';
import { partColumns } from './part-columns.tsx';
import { assemblyRows, partRows, type AssemblyRow } from './part-rows.ts';
import { sensorText, valueText } from './sensor-value.ts';
import { useHardware } from './use-hardware.ts';
import { usePortNames } from './use-port-names.ts';
import { useSensorSparklines } from './use-sensor-sparklines.ts';
import { WhyButton } from './WhyButton.tsx';
import styles from './Hardware.module.css';

interface AssembliesProps {
  readonly title: string;
  readonly rows: readonly AssemblyRow[];
  readonly empty: string;
}

/** The sensor that tells most of it: a measured value before a word. */
const spokesman = ({ sensors }: AssemblyRow): Sensor | undefined =>
  sensors.find((sensor) => sensor.kind !== 'state') ?? sensors[0];

function Assembly({ row }: { readonly row: AssemblyRow }): ReactNode {
  const sensor = spokesman(row);
  const fault = row.sensors.find((one) => one.health === row.health) ?? sensor;
  const measured = sensor !== undefined && sensor.kind !== 'state' ? valueText(sensor) : null;
  return (
    <li className={styles.assembly}>
      <button
        type="button"
        className={styles.assemblyButton}
        disabled={fault === undefined}
        title={row.because ?? undefined}
        onClick={() => fault && select({ kind: 'sensor', deviceId: fault.deviceId, sensorId: fault.id })}
      >
        <span className={styles.assemblyName}>{row.name}</span>
        <span className={styles.assemblyValue}>{measured}</span>
        <span className={styles.assemblyState}>
          <HealthMark health={row.health} {...(row.sensors.length === 0 ? { word: 'not told', plain: true } : {})} />
        </span>
      </button>
      {fault !== undefined && (
        <WhyButton deviceId={fault.deviceId} subject={{ kind: 'sensor', sensorId: fault.id }} name={row.name} />
      )}
    </li>
  );
}

function Assemblies({ title, rows, empty }: AssembliesProps): ReactNode {
  const faults = rows.filter(
    (row) => row.health !== 'ok' && row.health !== 'absent' && row.health !== 'unknown',
  ).length;
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{title}</h2>
        <span className={styles.cardAside}>
          {faults === 0 ? countOf(rows.length) : `${faults} of ${rows.length} at fault`}
        </span>
      </header>
      {rows.length === 0 ? (
        <p className={styles.cardEmpty}>{empty}</p>
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <Assembly key={row.key} row={row} />
          ))}
        </ul>
      )}
    </section>
  );
}

const countOf = (count: number): string => (count === 0 ? '' : String(count));

function Storage({
  sensors,
  facts,
}: {
  readonly sensors: readonly Sensor[];
  readonly facts: DeviceFacts | undefined;
}): ReactNode {
  const stores = sensors.filter((sensor) => sensor.kind === 'storage');
  const { range, byId } = useSensorSparklines(stores.map((sensor) => sensor.id));
  return (
    <section className={styles.card} aria-label="Storage">
      <header className={styles.cardHead}>
        <h2 className={styles.cardTitle}>Storage</h2>
        <span className={styles.cardAside}>{countOf(stores.length)}</span>
      </header>
      {stores.length === 0 && (
        <p className={styles.cardEmpty}>The device tells none in HOST-RESOURCES-MIB hrStorageTable.</p>
      )}
      <ul className={styles.list}>
        {stores.map((sensor) => {
          const total = facts?.storage.find((one) => one.name === sensor.name)?.totalBytes ?? null;
          const line = byId.get(sensor.id);
          return (
            <li key={sensor.id} className={styles.assembly}>
              <button
                type="button"
                className={styles.storeButton}
                onClick={() => select({ kind: 'sensor', deviceId: sensor.deviceId, sensorId: sensor.id })}
              >
                <span className={styles.assemblyName}>{sensor.name}</span>
                <span className={styles.storeSize}>{total === null ? 'size unknown' : `of ${formatBytes(total)}`}</span>
                <span className={styles.storeLine}>
                  {line !== undefined && (
                    <Sparkline
                      atMs={line.atMs}
                      lines={[{ values: line.values, tone: 'neutral' }]}
                      fromMs={range.fromMs}
                      toMs={range.toMs}
                      width={72}
                      height={16}
                      label={`Use of ${sensor.name} over the time shown`}
                    />
                  )}
                </span>
                <UseBar percent={sensor.value} width={48} height={5} />
                <span className={styles.assemblyValue}>{sensorText(sensor, sensor.value)}</span>
              </button>
              <WhyButton
                deviceId={sensor.deviceId}
                subject={{ kind: 'sensor', sensorId: sensor.id }}
                name={sensor.name}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Notes({
  hardware,
  count,
}: {
  readonly hardware: CallResult<'hardware.read'>;
  readonly count: number;
}): ReactNode {
  const { readAtMs, notes } = hardware;
  return (
    <div className={styles.bar}>
      <span className={styles.barAside}>
        {readAtMs !== null && (
          <>
            {countText(count, 'part')}, read <Age sinceMs={readAtMs} /> ago
          </>
        )}
      </span>
      {notes.map((note) => (
        <span key={note} className={styles.note}>
          {note}
        </span>
      ))}
    </div>
  );
}

/** Chassis and modules as a tree, power supplies, fans and storage beside it. */
export function HardwareTab({
  deviceId,
  facts,
}: {
  readonly deviceId: number;
  readonly facts: DeviceFacts | undefined;
}): ReactNode {
  const { data, error, reload } = useHardware(deviceId);
  const { items: sensors } = useTopic('sensors', { deviceId });
  const portName = usePortNames(deviceId);
  const selection = useSelection();
  const rows = useMemo(() => partRows(data?.parts ?? [], sensors), [data, sensors]);
  const columns = useMemo(() => partColumns(deviceId, portName), [deviceId, portName]);
  if (error !== null && data === undefined)
    return <ErrorState message={error.message} hint={error.hint} onRetry={reload} />;
  const parts = data?.parts ?? [];
  return (
    <div className={styles.tab}>
      {data !== undefined && <Notes hardware={data} count={rows.length} />}
      <div className={styles.columns}>
        <div className={styles.tree}>
          <DataTable
            label="Parts"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.part.index}
            selectedKey={selection?.kind === 'part' ? selection.index : null}
            onSelect={({ part }) => select({ kind: 'part', deviceId, index: part.index })}
            empty={
              data === undefined ? <Reading /> : <EmptyState title="No parts" text={missingTables(data, PART_TABLES)} />
            }
          />
        </div>
        <div className={styles.side}>
          <Assemblies
            title="Power supplies"
            rows={assemblyRows('supply', parts, sensors)}
            empty="The device tells of no power supply."
          />
          <Assemblies title="Fans" rows={assemblyRows('fan', parts, sensors)} empty="The device tells of no fan." />
          <Storage sensors={sensors} facts={facts} />
        </div>
      </div>
    </div>
  );
}
