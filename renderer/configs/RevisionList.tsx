import type { ReactNode } from 'react';
import type { ConfigRevision } from '../../shared/contract/devices.ts';
import { formatMoment } from '../ui/format-time.ts';
import { Time } from '../ui/Time.tsx';
import { useNow } from '../ui/use-now.ts';
import { changeWords, originWords } from './revision-words.ts';
import styles from './ConfigTab.module.css';

export interface RevisionListProps {
  /** Newest first. */
  readonly revisions: readonly ConfigRevision[];
  readonly newerId: number;
  readonly olderId: number | null;
  readonly onNewer: (id: number) => void;
  readonly onOlder: (id: number) => void;
}

/** Two columns of choices, as in the history of a wiki page: one for each side. Arrow keys move in each. */
export function RevisionList(props: RevisionListProps): ReactNode {
  const { revisions, newerId, olderId, onNewer, onOlder } = props;
  const nowMs = useNow(60_000);
  const newerIndex = revisions.findIndex((one) => one.id === newerId);
  const olderIndex = revisions.findIndex((one) => one.id === olderId);
  const last = revisions.length - 1;
  return (
    <div className={styles.list} role="group" aria-label="Revisions">
      <div className={styles.legend}>
        <span>{revisions.length === 1 ? 'One revision' : `${revisions.length} revisions`}</span>
        {last > 0 && <span className={styles.sides}>older, newer</span>}
      </div>
      {revisions.map((one, index) => {
        const change = changeWords(one);
        const name = formatMoment(one.atMs, nowMs, true);
        return (
          <div
            key={one.id}
            className={styles.revision}
            data-chosen={one.id === newerId || one.id === olderId || undefined}
          >
            <span className={styles.about}>
              <span className={styles.moment}>
                <Time atMs={one.atMs} />
                <span className={styles.change}>{change ?? (index === last ? 'the first' : 'unknown change')}</span>
              </span>
              <span className={styles.origin} title={originWords(one)}>
                {one.lines} lines, {originWords(one)}
              </span>
            </span>
            {last > 0 && (
              <>
                <input
                  type="radio"
                  name="older"
                  aria-label={`Older side: ${name}`}
                  checked={index === olderIndex}
                  disabled={index <= newerIndex}
                  onChange={() => onOlder(one.id)}
                />
                <input
                  type="radio"
                  name="newer"
                  aria-label={`Newer side: ${name}`}
                  checked={index === newerIndex}
                  disabled={index >= (olderIndex === -1 ? last : olderIndex)}
                  onChange={() => onNewer(one.id)}
                />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
