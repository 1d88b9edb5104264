import { useMemo, type ReactNode } from 'react';
import { OPTIC_WORDS } from '../../shared/model/hardware.ts';
import { useTopic } from '../engine/use-topic.ts';
import { select } from '../state/selection.ts';
import { PanelSection } from '../ui/PanelSection.tsx';
import { HealthMark } from './HealthMark.tsx';
import { LimitBar } from './LimitBar.tsx';
import { opticNames } from './OpticsTab.tsx';
import { opticRows } from './optic-rows.ts';
import { valueText } from './sensor-value.ts';
import { useHardware } from './use-hardware.ts';
import styles from './Hardware.module.css';

/** The transceiver of a port, in the port's panel; nothing where there is none. */
export function OpticSection({
  deviceId,
  interfaceId,
}: {
  readonly deviceId: number;
  readonly interfaceId: number;
}): ReactNode {
  const { items } = useTopic('sensors', { deviceId });
  const { data } = useHardware(deviceId);
  const row = useMemo(
    () =>
      opticRows(
        items.filter((sensor) => sensor.interfaceId === interfaceId),
        data?.parts ?? [],
      )[0],
    [items, data, interfaceId],
  );
  if (row === undefined) return null;
  return (
    <PanelSection title="Optic" aside={<HealthMark health={row.health} />}>
      {row.part !== null && (
        <p className={styles.opticModule}>
          {row.part.model} <span className="mono">{row.part.serial}</span>
        </p>
      )}
      {OPTIC_WORDS.map((part) => {
        const sensor = row.values[part];
        if (sensor === undefined) return null;
        return (
          <button
            key={part}
            type="button"
            className={styles.opticRow}
            title={sensor.because ?? sensor.name}
            onClick={() => select({ kind: 'sensor', deviceId, sensorId: sensor.id })}
          >
            <span className={styles.opticName}>{opticNames[part]}</span>
            <LimitBar sensor={sensor} width={96} />
            <span className={styles.opticNumber} data-health={sensor.health}>
              {valueText(sensor)}
            </span>
          </button>
        );
      })}
    </PanelSection>
  );
}
