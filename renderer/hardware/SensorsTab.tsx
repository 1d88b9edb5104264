import { useMemo, useState, type ReactNode } from 'react';
import { isFault } from '../../shared/model/hardware.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { useTopic } from '../engine/use-topic.ts';
import { timeSpans, usePlayhead } from '../state/playhead.ts';
import { select, useSelection } from '../state/selection.ts';
import { DataTable } from '../ui/DataTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Reading } from '../ui/Reading.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { isUnjudged } from './health-words.ts';
import { missingTables, SENSOR_TABLES } from './missing-tables.ts';
import { sensorColumns } from './sensor-columns.tsx';
import { groupCounts, groupNames, sensorRows, type Choice } from './sensor-groups.ts';
import { useHardware } from './use-hardware.ts';
import { usePortNames } from './use-port-names.ts';
import { useSensorSparklines } from './use-sensor-sparklines.ts';
import styles from './Hardware.module.css';

/** Every sensor of a device by kind: value, limits, state and recent course. Selecting one shows its graph. */
export function SensorsTab({ deviceId }: { readonly deviceId: number }): ReactNode {
  const { items, ready } = useTopic('sensors', { deviceId });
  const { data } = useHardware(deviceId);
  const [choice, setChoice] = useState<Choice>('all');
  const selection = useSelection();
  const portName = usePortNames(deviceId);
  const rows = useMemo(() => sensorRows(items, choice), [items, choice]);
  const { range, byId } = useSensorSparklines(rows.map((row) => row.sensor.id));
  const spanMs = usePlayhead((state) => state.spanMs);
  const spanLabel = timeSpans.find((span) => span.spanMs === spanMs)?.label ?? formatAge(spanMs);
  const { fromMs, toMs } = range;
  const columns = useMemo(
    () => sensorColumns({ range: { fromMs, toMs }, spanLabel, lines: byId, portName }),
    [fromMs, toMs, spanLabel, byId, portName],
  );
  const faults = items.filter((sensor) => isFault(sensor.health)).length;
  const options: { value: Choice; label: string }[] = [
    { value: 'all', label: `All ${items.length}` },
    { value: 'problems', label: `Problems ${faults}` },
    ...groupCounts(items).map(([group, count]) => ({ value: group, label: `${groupNames[group]} ${count}` })),
  ];
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <SegmentedControl<Choice> label="Which sensors" value={choice} options={options} onChange={setChoice} />
        <span className={styles.barAside}>
          {judgedWords(items.filter((sensor) => !isUnjudged(sensor)).length, items.length)}
        </span>
      </div>
      <DataTable
        label="Sensors"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.sensor.id}
        selectedKey={selection?.kind === 'sensor' ? selection.sensorId : null}
        onSelect={({ sensor }) => select({ kind: 'sensor', deviceId, sensorId: sensor.id })}
        isQuiet={({ sensor }) => sensor.health === 'absent'}
        empty={
          !ready ? (
            <Reading />
          ) : choice === 'all' ? (
            <EmptyState title="No sensors" text={data === undefined ? '' : missingTables(data, SENSOR_TABLES)} />
          ) : (
            <EmptyState
              title="None of these"
              text={choice === 'problems' ? 'Every sensor that can be judged is well.' : 'No sensor of this kind.'}
            />
          )
        }
      />
    </div>
  );
}

const judgedWords = (judged: number, all: number): string =>
  judged === all ? '' : `${all - judged} without limits or state are shown and not judged`;
