import { IconDownload } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ConfigRevision, Device } from '../../shared/contract/devices.ts';
import { useCall } from '../engine/use-call.ts';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { ConfigText } from './ConfigText.tsx';
import { DiffView } from './DiffView.tsx';
import { RevisionList } from './RevisionList.tsx';
import { saveConfig } from './save-config.ts';
import { useDiff } from './use-diff.ts';
import styles from './ConfigTab.module.css';

type Show = 'changes' | 'text';

export interface ConfigTabProps {
  readonly device: Device;
  readonly revisions: readonly ConfigRevision[];
  /** Line of the newest one to begin with, from 1; null: the top, or what changed last. */
  readonly line: number | null;
}

const shows = [
  { value: 'changes', label: 'Changes' },
  { value: 'text', label: 'All of it' },
] as const;

function NoConfiguration({ device }: { readonly device: Device }): ReactNode {
  return (
    <EmptyState
      title="No configuration kept yet"
      text={
        device.ssh === 'answers'
          ? 'The device was logged in to, but its SSH profile reads no configuration, or this user may not see it.'
          : 'With an SSH credential that may show the running configuration, Trunkline reads it once a day and keeps each one that differs, with its secrets masked.'
      }
      action={
        <Button tone="primary" onClick={() => goTo({ view: 'settings', section: 'credentials' })}>
          Add an SSH credential
        </Button>
      }
    />
  );
}

/** Kept running configurations of a device: any two beside each other, or the whole of one. */
export function ConfigTab({ device, revisions, line }: ConfigTabProps): ReactNode {
  const sorted = revisions.toSorted((a, b) => b.atMs - a.atMs || b.id - a.id);
  const [pair, setPair] = useState<{ readonly older: number | null; readonly newer: number | null }>({
    older: null,
    newer: null,
  });
  const [chosen, setShow] = useState<Show | null>(line === null ? null : 'text');
  const newerIndex = Math.max(
    0,
    sorted.findIndex((one) => one.id === pair.newer),
  );
  const newer = sorted[newerIndex];
  const olderIndex = sorted.findIndex((one, index) => one.id === pair.older && index > newerIndex);
  const older = sorted[olderIndex === -1 ? newerIndex + 1 : olderIndex];
  if (newer === undefined) return <NoConfiguration device={device} />;
  const show = older === undefined ? 'text' : (chosen ?? 'changes');
  return (
    <div className={styles.columns}>
      <RevisionList
        revisions={sorted}
        newerId={newer.id}
        olderId={older?.id ?? null}
        onNewer={(id) => setPair({ ...pair, newer: id })}
        onOlder={(id) => setPair({ ...pair, older: id })}
      />
      <RevisionPair
        device={device}
        newer={newer}
        older={show === 'changes' ? older : undefined}
        line={line}
        switcher={
          older !== undefined && (
            <SegmentedControl<Show> label="What to show" value={show} options={shows} onChange={setShow} />
          )
        }
      />
    </div>
  );
}

interface RevisionPairProps {
  readonly device: Device;
  readonly newer: ConfigRevision;
  /** Absent: the whole of the newer one is shown. */
  readonly older: ConfigRevision | undefined;
  readonly line: number | null;
  readonly switcher: ReactNode;
}

function RevisionPair({ device, newer, older, line, switcher }: RevisionPairProps): ReactNode {
  const after = useCall('config.read', { revisionId: newer.id });
  const before = useCall('config.read', older === undefined ? null : { revisionId: older.id });
  const isRead = after.data?.revision.id === newer.id && (older === undefined || before.data?.revision.id === older.id);
  const diff = useDiff(isRead && older !== undefined ? before.data : undefined, isRead ? after.data : undefined);
  const error = after.error ?? before.error;
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} onRetry={after.reload} />;
  const actions = (
    <>
      {switcher}
      <Button
        size="small"
        icon={<IconDownload size={14} stroke={1.75} aria-hidden />}
        disabled={!isRead}
        onClick={() => isRead && after.data !== undefined && saveConfig(device.name, after.data)}
      >
        Save text
      </Button>
    </>
  );
  if (older !== undefined) return <DiffView comparison={diff} actions={actions} />;
  return <ConfigText config={isRead ? after.data : undefined} line={line} actions={actions} />;
}
