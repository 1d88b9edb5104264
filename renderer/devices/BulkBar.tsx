import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import { cancelBulk, dismissBulk, startBulk, undoBulk, useBulkJob, type BulkJob } from '../state/bulk-job.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { Deed } from './DeedDialog.tsx';
import { maintenanceWork, pollWork } from './device-deeds.ts';
import styles from './BulkBar.module.css';

export interface BulkBarProps {
  readonly devices: readonly Device[];
  readonly onDeed: (deed: Deed) => void;
  readonly onClear: () => void;
}

/** Under the list: what can be done with the selected devices. While something is done to some, its status stands there. */
export function BulkBar({ devices, onDeed, onClear }: BulkBarProps): ReactNode {
  const job = useBulkJob((state) => state.job);
  if (job !== null || devices.length === 0) return null;
  const inMaintenance = devices.filter((device) => device.state === 'maintenance');
  return (
    <div role="toolbar" aria-label="Selected devices" className={styles.bar}>
      <strong className={styles.count}>{countText(devices.length, 'device')} selected</strong>
      <Button size="small" onClick={() => void startBulk(pollWork(devices))}>
        Poll now
      </Button>
      <Button size="small" onClick={() => onDeed('maintenance')}>
        Maintenance
      </Button>
      {inMaintenance.length > 0 && (
        <Button size="small" onClick={() => void startBulk(maintenanceWork(inMaintenance, false, null))}>
          End maintenance
        </Button>
      )}
      <Button size="small" onClick={() => onDeed('site')}>
        Set site
      </Button>
      <Button size="small" onClick={() => onDeed('kind')}>
        Set kind
      </Button>
      <Button size="small" onClick={() => onDeed('credential')}>
        Set credential
      </Button>
      <Button size="small" tone="danger" onClick={() => onDeed('remove')}>
        Remove
      </Button>
      <span className={styles.space} />
      <IconButton label="Select nothing" size="small" onClick={onClear}>
        <IconX size={14} aria-hidden />
      </IconButton>
    </div>
  );
}

/** How far it is, and how it went: under whatever view is open, as it goes on when its own is left. */
export function BulkStatus(): ReactNode {
  const job = useBulkJob((state) => state.job);
  return job === null ? null : <Job job={job} />;
}

function Job({ job }: { readonly job: BulkJob }): ReactNode {
  const { doing, total, succeeded, failures, state, undos } = job;
  const finished = succeeded + failures.length;
  if (state === 'running') {
    return (
      <div role="status" className={styles.bar}>
        <span>
          {doing} {countText(total, 'device')}: {finished} done
        </span>
        <span className={styles.progress}>
          <ProgressBar label={`${doing} devices`} percent={(100 * finished) / total} />
        </span>
        <Button size="small" onClick={cancelBulk}>
          Cancel
        </Button>
      </div>
    );
  }
  return (
    <div role="status" className={styles.bar}>
      <span>{outcome(job)}</span>
      {failures.length > 0 && <Failures failures={failures} />}
      <span className={styles.space} />
      {undos.length > 0 && (
        <Button size="small" icon={<IconArrowBackUp size={14} aria-hidden />} onClick={() => void undoBulk()}>
          Undo
        </Button>
      )}
      <Button size="small" onClick={dismissBulk}>
        Close
      </Button>
    </div>
  );
}

function outcome({ done, total, succeeded, failures, state }: BulkJob): string {
  const went = `${countText(succeeded, 'device')} ${done}`;
  const left = total - succeeded - failures.length;
  return state === 'cancelled' && left > 0 ? `${went}, cancelled before ${left} more` : went;
}

function Failures({ failures }: Pick<BulkJob, 'failures'>): ReactNode {
  return (
    <Popover
      label="What failed"
      trigger={
        <button type="button" className={styles.failed}>
          {failures.length} failed
        </button>
      }
    >
      {() => (
        <ul className={styles.failures}>
          {failures.map(({ name, message }) => (
            <li key={name}>
              <strong>{name}</strong>
              <p className={styles.why}>{message}</p>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}
