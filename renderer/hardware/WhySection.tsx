import { useEffect, useState, type ReactNode } from 'react';
import type { ValueSubject } from '../../shared/contract/hardware.ts';
import { useCall } from '../engine/use-call.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorState } from '../ui/EmptyState.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { Time } from '../ui/Time.tsx';
import styles from './Hardware.module.css';

export interface WhySectionProps {
  readonly deviceId: number;
  readonly subject: ValueSubject;
  readonly open: boolean;
  /** Asked again whenever this changes: the time of the last reading. */
  readonly version: number | null;
}

/** Raw objects, rule, judgement and time of a value. */
export function Explanation({ deviceId, subject, version }: Omit<WhySectionProps, 'open'>): ReactNode {
  const { data, error, reload } = useCall('value.why', { deviceId, subject });
  useEffect(reload, [version, reload]);
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} onRetry={reload} />;
  if (data === undefined) return null;
  return (
    <div className={styles.explanation}>
      <p>{data.rule}.</p>
      {data.judged !== null && <p>State: {data.judged}</p>}
      {data.told.length === 0 && data.readAtMs === null && (
        <p>Not read since the engine started: the next poll tells it.</p>
      )}
      {data.told.map((one) => (
        <dl key={`${one.object} ${one.oid ?? ''}`} className={styles.told}>
          <dt>{one.object}</dt>
          {one.oid !== null && <dd className="mono">{one.oid}</dd>}
          {(one.raw !== null || one.means !== null) && (
            <dd>
              {one.raw !== null && <span className="mono">{one.raw}</span>}
              {one.means !== null && <span className={styles.means}> {one.means}</span>}
            </dd>
          )}
        </dl>
      ))}
      {data.readAtMs !== null && (
        <p className={styles.quiet}>
          Read <Time atMs={data.readAtMs} seconds />
        </p>
      )}
    </div>
  );
}

/** "Why?": raw objects, rule and judgement of a value, when somebody asks for them. */
export function WhySection({ open, ...rest }: WhySectionProps): ReactNode {
  const [shown, setShown] = useState(open);
  return (
    <PanelSection
      title="Why this value?"
      aside={
        <Button tone="quiet" size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide' : 'Show'}
        </Button>
      }
    >
      {shown ? <Explanation {...rest} /> : <p className={styles.quiet}>Raw objects, rule and limits that made it.</p>}
    </PanelSection>
  );
}
