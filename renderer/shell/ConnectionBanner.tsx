import type { ReactNode } from 'react';
import { useConnection } from '../engine/connection.ts';
import { StateShape } from '../ui/StateMark.tsx';
import styles from './Banner.module.css';

/** Says that what is on screen is no longer fed; goes away by itself when the engine is back. */
export function ConnectionBanner(): ReactNode {
  const connection = useConnection();
  if (connection.state !== 'lost' && connection.state !== 'closed') return null;
  return (
    <div className={styles.lost} role="status">
      <StateShape state="blind" size={16} />
      <strong>{connection.state === 'lost' ? 'The engine stopped; trying again.' : 'The engine was closed.'}</strong>
      <span className={styles.detail}>
        {connection.state === 'lost'
          ? `What you see is as it was last told. Attempt ${connection.attempts}, it comes back by itself.`
          : 'What you see is as it was last told.'}
      </span>
    </div>
  );
}
