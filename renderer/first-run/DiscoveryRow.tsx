import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DeviceKind } from '../../shared/contract/common.ts';
import type { DiscoveryTarget } from '../../shared/contract/discovery.ts';
import { Button } from '../ui/Button.tsx';
import { DeviceIcon } from '../ui/DeviceIcon.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { StateShape } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import { rowKind, type RowKind } from './discovery-rows.ts';
import styles from './DiscoveryProgress.module.css';

export interface DiscoveryRowProps {
  readonly target: DiscoveryTarget;
  /** Known once it was read. */
  readonly kind: DeviceKind | undefined;
  readonly onOther: () => void;
  readonly onSkip: () => void;
}

const words: Readonly<Record<RowKind, string>> = {
  problem: 'Needs you',
  busy: 'Under way',
  done: 'Read',
  waiting: 'Waiting',
  other: 'Left out',
};

function Mark({ kind }: { readonly kind: RowKind }): ReactNode {
  return (
    <span className={styles.mark}>
      {kind === 'problem' && <StateShape state="degraded" size={16} />}
      {kind === 'busy' && <Spinner />}
      {kind === 'done' && <IconCheck size={16} stroke={2.25} aria-hidden />}
      <span className="only-for-readers">{words[kind]}</span>
    </span>
  );
}

function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}

/** Counts while it is under way, then says how long it took. */
function Took({ target }: { readonly target: DiscoveryTarget }): ReactNode {
  const nowMs = useNow();
  if (target.durationMs !== null) return seconds(target.durationMs);
  return target.startedAtMs === null ? null : seconds(nowMs - target.startedAtMs);
}

/** One address: what it is or does, or what is wrong and the buttons that mend it. */
export function DiscoveryRow({ target, kind, onOther, onSkip }: DiscoveryRowProps): ReactNode {
  const state = rowKind(target);
  return (
    <li className={styles.row} data-state={state}>
      <Mark kind={state} />
      <span className={styles.kind}>
        <DeviceIcon kind={kind ?? 'unknown'} size={16} />
      </span>
      <div className={styles.about}>
        <p>
          <strong className={styles.name}>{target.name ?? target.id}</strong>
          {target.name !== null && <span className={styles.address}>{target.id}</span>}
        </p>
        <p className={styles.text}>{target.text}</p>
      </div>
      {state === 'problem' ? (
        <div className={styles.mend}>
          <Button size="small" onClick={onOther}>
            Other credential
          </Button>
          <Button size="small" tone="quiet" onClick={onSkip}>
            Skip
          </Button>
        </div>
      ) : (
        <span className={styles.duration}>
          <Took target={target} />
        </span>
      )}
    </li>
  );
}
