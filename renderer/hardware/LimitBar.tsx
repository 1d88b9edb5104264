import type { ReactNode } from 'react';
import type { Sensor } from '../../shared/contract/hardware.ts';
import { limitScale } from './limit-scale.ts';
import { sensorText } from './sensor-value.ts';
import styles from './Hardware.module.css';

const names = [
  ['lowCritical', 'critical below'],
  ['lowWarning', 'warning below'],
  ['highWarning', 'warning above'],
  ['highCritical', 'critical above'],
] as const;

/** "warning above 48.0 °C, critical above 58.0 °C". */
export function limitWords(sensor: Sensor): string {
  const told = names.flatMap(([key, words]) => {
    const level = sensor.limits?.[key] ?? null;
    return level === null ? [] : [`${words} ${sensorText(sensor, level)}`];
  });
  return told.join(', ');
}

/** Where the value stands between its limits; the words are in the title and for readers. */
export function LimitBar({ sensor, width = 84 }: { readonly sensor: Sensor; readonly width?: number }): ReactNode {
  if (sensor.limits === null) return null;
  const { zones, at } = limitScale(sensor.limits, sensor.value);
  const words = limitWords(sensor);
  return (
    <span
      data-health={sensor.health}
      className={styles.limitBar}
      style={{ width }}
      title={words}
      role="img"
      aria-label={`Limits: ${words}`}
    >
      {zones.map(({ zone, share }, index) => (
        <span key={`${zone} ${index}`} className={styles.zone} data-zone={zone} style={{ flexGrow: share }} />
      ))}
      {at !== null && <span className={styles.needle} style={{ left: `${at * 100}%` }} />}
    </span>
  );
}
