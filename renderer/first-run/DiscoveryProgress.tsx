import { useState, type ReactNode } from 'react';
import type { DiscoveryRun } from '../../shared/contract/discovery.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { classNames } from '../ui/class-names.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { useNow } from '../ui/use-now.ts';
import { DiscoveryRow } from './DiscoveryRow.tsx';
import { progressPercent, sortTargets, type DiscoveryRows } from './discovery-rows.ts';
import { OtherCredentialDialog } from './OtherCredentialDialog.tsx';
import { useRetries, useRun } from './use-discovery.ts';
import styles from './DiscoveryProgress.module.css';

const SHOWN_AT_FIRST = 9;
const SHOWN_AT_MOST = 1000;
const NAMED_WAITING = 3;

const headings: Readonly<Record<DiscoveryRun['state'], string>> = {
  idle: 'Discovery',
  running: 'Discovering',
  cancelled: 'Discovery stopped',
  finished: 'Discovery finished',
  failed: 'Discovery failed',
};

function Figure({
  value,
  text,
  call = false,
}: {
  readonly value: number;
  readonly text: string;
  readonly call?: boolean;
}): ReactNode {
  return (
    <div className={classNames(styles.figure, call && styles.call)}>
      <dd className={styles.number}>{value}</dd>
      <dt>{text}</dt>
    </div>
  );
}

function Head({ run, needs }: { readonly run: DiscoveryRun; readonly needs: number }): ReactNode {
  const nowMs = useNow();
  const tookMs = run.startedAtMs === null ? null : (run.endedAtMs ?? nowMs) - run.startedAtMs;
  return (
    <header className={styles.head}>
      <div className={styles.titleRow}>
        <h2 className={styles.title}>{headings[run.state]}</h2>
        <span className={styles.took} role="status">
          {tookMs !== null && `${formatAge(tookMs)}${run.state === 'running' ? ' so far' : ''}`}
          {run.state !== 'running' && run.text !== '' && `, ${run.text}`}
        </span>
      </div>
      <dl className={styles.figures}>
        <Figure value={run.found} text="devices read" />
        <Figure value={run.waiting} text="waiting" />
        <Figure value={run.links} text={`links, ${run.confirmedLinks} confirmed`} />
        {needs > 0 && <Figure value={needs} text={needs === 1 ? 'needs you' : 'need you'} call />}
      </dl>
      <ProgressBar label="Discovery" percent={progressPercent(run)} />
    </header>
  );
}

function footText(rows: DiscoveryRows, hidden: number): string {
  const parts: string[] = [];
  if (hidden > 0) parts.push(`${hidden} more read`);
  if (rows.waiting.length > 0) {
    const named = rows.waiting.slice(0, NAMED_WAITING).map((target) => target.id);
    const rest = rows.waiting.length - named.length;
    parts.push(`${rows.waiting.length} waiting: ${named.join(', ')}${rest > 0 ? ` and ${rest} others` : ''}`);
  }
  return parts.join(', ');
}

/** The run as it goes: figures, and one row an address, those that need a person first. */
export function DiscoveryProgress(): ReactNode {
  const run = useRun();
  const targets = useTopic('discovery.targets', {}).items;
  const devices = useTopic('devices', {}).byId;
  const allow = useItem('settings', {}, 'settings')?.allowedRanges ?? [];
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [mending, setMending] = useState<string | null>(null);
  const retry = useRetries(run);
  if (run === undefined || (run.state === 'idle' && targets.length === 0)) {
    return (
      <section className={styles.progress} aria-label="Discovery">
        <EmptyState
          title="Your devices will appear here"
          text="Each with its name, model, ports and neighbours, as soon as it answers."
        />
      </section>
    );
  }
  const rows = sortTargets(targets, skipped);
  const leading = [...rows.problems, ...rows.busy];
  const limit = showAll ? SHOWN_AT_MOST : Math.max(SHOWN_AT_FIRST, leading.length);
  const shown = [...leading, ...rows.done].slice(0, limit);
  const hidden = leading.length + rows.done.length - shown.length;
  return (
    <section className={styles.progress} aria-label="Discovery">
      <Head run={run} needs={rows.problems.length} />
      <ul className={styles.rows}>
        {shown.map((target) => (
          <DiscoveryRow
            key={target.id}
            target={target}
            kind={target.deviceId === null ? undefined : devices.get(target.deviceId)?.kind}
            onOther={() => setMending(target.id)}
            onSkip={() => setSkipped(new Set([...skipped, target.id]))}
          />
        ))}
      </ul>
      <footer className={styles.foot}>
        <span className={styles.footText}>{footText(rows, hidden)}</span>
        {(hidden > 0 || showAll) && (
          <button type="button" className={styles.more} onClick={() => setShowAll(!showAll)}>
            {showAll ? 'Show fewer' : 'Show all'}
          </button>
        )}
      </footer>
      <OtherCredentialDialog
        key={mending}
        address={mending}
        onClose={() => setMending(null)}
        onStored={(address, credentialId) => {
          setMending(null);
          setSkipped(new Set([...skipped, address]));
          retry({ address, credentialId, allow });
        }}
      />
    </section>
  );
}
