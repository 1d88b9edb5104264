import type { ReactNode } from 'react';
import type { TrafficKind } from '../../shared/contract/boards.ts';
import { trafficViews } from './interface-metrics.ts';
import styles from './Graph.module.css';

export interface KindSelectProps {
  readonly kind: TrafficKind;
  readonly kinds: readonly TrafficKind[];
  readonly onChange: (kind: TrafficKind) => void;
}

export function KindSelect({ kind, kinds, onChange }: KindSelectProps): ReactNode {
  return (
    <select
      className={styles.metric}
      aria-label="What the graph shows"
      value={kind}
      onChange={({ target }) => {
        const chosen = kinds.find((one) => one === target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {kinds.map((one) => (
        <option key={one} value={one}>
          {trafficViews[one].name}
        </option>
      ))}
    </select>
  );
}
