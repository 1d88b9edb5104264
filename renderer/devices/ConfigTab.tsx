import { diffLines } from 'diff';
import { useState, type ReactNode } from 'react';
import type { ConfigRevision } from '../../shared/contract/devices.ts';
import { useCall } from '../engine/use-call.ts';
import { classNames } from '../ui/class-names.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Time } from '../ui/Time.tsx';
import styles from './ConfigTab.module.css';

type Show = 'text' | 'changes';

function Changes({ before, after }: { readonly before: string; readonly after: string }): ReactNode {
  const parts = diffLines(before, after);
  if (parts.every((part) => !part.added && !part.removed))
    return <p className={styles.same}>Nothing differs from the one before.</p>;
  return parts.map((part, index) => {
    const sign = part.added ? '+ ' : part.removed ? '− ' : '  ';
    const lines = part.value.replace(/\n$/, '').split('\n');
    return (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one comparison never change places
      <div key={index} className={classNames(part.added && styles.added, part.removed && styles.removed)}>
        {lines.map((line) => `${sign}${line}`).join('\n')}
      </div>
    );
  });
}

interface TextProps {
  readonly revision: ConfigRevision;
  readonly before: ConfigRevision | undefined;
}

function RevisionText({ revision, before }: TextProps): ReactNode {
  const [show, setShow] = useState<Show>('text');
  const text = useCall('config.read', { revisionId: revision.id });
  const earlier = useCall('config.read', show === 'changes' && before !== undefined ? { revisionId: before.id } : null);
  const error = text.error ?? earlier.error;
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} onRetry={text.reload} />;
  return (
    <section className={styles.text} aria-label="Configuration">
      <header className={styles.head}>
        <span className={styles.note}>Secrets are masked.</span>
        {before !== undefined && (
          <SegmentedControl<Show>
            label="What to show"
            value={show}
            options={[
              { value: 'text', label: 'All of it' },
              { value: 'changes', label: 'Changes' },
            ]}
            onChange={setShow}
          />
        )}
      </header>
      <pre className={styles.pre} tabIndex={0}>
        {show === 'changes' && earlier.data !== undefined && text.data !== undefined ? (
          <Changes before={earlier.data.text} after={text.data.text} />
        ) : (
          text.data?.text
        )}
      </pre>
    </section>
  );
}

/** Kept running configurations, newest first, with their text or what changed. */
export function ConfigTab({ revisions }: { readonly revisions: readonly ConfigRevision[] }): ReactNode {
  const sorted = revisions.toSorted((a, b) => b.atMs - a.atMs);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const index = Math.max(
    0,
    sorted.findIndex((revision) => revision.id === chosenId),
  );
  const revision = sorted[index];
  if (revision === undefined) {
    return (
      <EmptyState
        title="No configuration kept yet"
        text="With an SSH credential, Trunkline reads the running configuration once a day and keeps each one that differs."
      />
    );
  }
  return (
    <div className={styles.columns}>
      <ul className={styles.list} aria-label="Revisions">
        {sorted.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.revision}
              aria-pressed={one.id === revision.id}
              onClick={() => setChosenId(one.id)}
            >
              <Time atMs={one.atMs} />
              <span className={styles.lines}>{one.lines} lines</span>
            </button>
          </li>
        ))}
      </ul>
      <RevisionText key={revision.id} revision={revision} before={sorted[index + 1]} />
    </div>
  );
}
