import { IconArrowLeft, IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useTopic } from '../engine/use-topic.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { goTo } from '../state/route.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { DiffView } from './DiffView.tsx';
import { useDiff } from './use-diff.ts';
import styles from './ConfigsView.module.css';

/** The current configurations of two devices, side by side. */
export function CompareView({ pair: [a, b] }: { readonly pair: readonly [number, number] }): ReactNode {
  const list = useCall('config.list', {});
  const devices = useTopic('devices', {});
  const revisionOf = (deviceId: number): number | undefined =>
    list.data?.find((one) => one.deviceId === deviceId)?.revisionId;
  const [left, right] = [revisionOf(a), revisionOf(b)];
  const before = useCall('config.read', left === undefined ? null : { revisionId: left });
  const after = useCall('config.read', right === undefined ? null : { revisionId: right });
  const isRead = before.data?.revision.id === left && after.data?.revision.id === right;
  const diff = useDiff(isRead ? before.data : undefined, isRead ? after.data : undefined);
  const error = list.error ?? before.error ?? after.error;
  const nameOf = (deviceId: number): string => devices.byId.get(deviceId)?.name ?? 'removed device';
  return (
    <>
      <ViewBar
        title="Compare"
        actions={
          <>
            <Button
              icon={<IconArrowsExchange size={16} stroke={1.75} aria-hidden />}
              onClick={() => goTo({ view: 'configs', compare: [b, a] })}
            >
              Swap sides
            </Button>
            <Button
              icon={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
              onClick={() => goTo({ view: 'configs', compare: null })}
            >
              All configurations
            </Button>
          </>
        }
      >
        <span className={styles.sides}>
          <b>{nameOf(a)}</b> <span className={styles.quiet}>left,</span> <b>{nameOf(b)}</b>{' '}
          <span className={styles.quiet}>right, each as it was read last</span>
        </span>
      </ViewBar>
      <div className={styles.list}>
        {error !== null ? (
          <ErrorState message={error.message} hint={error.hint} onRetry={list.reload} />
        ) : list.data !== undefined && (left === undefined || right === undefined) ? (
          <EmptyState
            title="Nothing to compare"
            text={`No configuration is kept of ${left === undefined ? nameOf(a) : nameOf(b)}.`}
          />
        ) : (
          <DiffView comparison={diff} />
        )}
      </div>
    </>
  );
}
