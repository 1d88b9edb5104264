import type { ReactNode } from 'react';
import { IncidentLanes } from './IncidentLanes.tsx';
import { TimeControls } from './TimeControls.tsx';
import { useFolded } from './use-folded.ts';
import { useMomentKeys } from './use-moment-keys.ts';
import styles from './TimeBar.module.css';

const LANES = 4;

/** The time bar: controls, axis and incident lanes. The shell gives it the full width and 132 px of height. */
export function TimeBar(): ReactNode {
  const folded = useFolded();
  useMomentKeys();
  return (
    <div className={styles.bar}>
      <TimeControls />
      <IncidentLanes rows={folded ? 1 : LANES} />
    </div>
  );
}
