import type { ReactNode } from 'react';
import type { Device, DeviceDetail } from '../../shared/contract/devices.ts';
import { call } from '../engine/connection.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { formatDate } from '../ui/format-time.ts';
import { FormError } from '../ui/FormError.tsx';
import { StateShape } from '../ui/StateMark.tsx';
import styles from './DeviceView.module.css';

export interface HostKeyNoticeProps {
  readonly device: Device;
  readonly hostKey: NonNullable<DeviceDetail['hostKey']>;
  readonly onTrusted: () => void;
}

/** The device shows another SSH host key than the one that was trusted: nothing is sent to it until a person decides. */
export function HostKeyNotice({ device, hostKey, onTrusted }: HostKeyNoticeProps): ReactNode {
  const { offered } = hostKey;
  const trust = useAction(async () => {
    if (offered === null) return;
    await call('device.trust-host-key', { deviceId: device.id, fingerprint: offered });
    onTrusted();
  });
  if (offered === null) return null;
  return (
    <section className={styles.notice} aria-label="SSH host key changed">
      <StateShape state="degraded" size={16} />
      <div className={styles.noticeText}>
        <h2 className={styles.noticeTitle}>The SSH host key of {device.name} changed</h2>
        <p>
          No password is sent until you decide. A replaced or reinstalled device has a new key; so has somebody who
          listens in between.
        </p>
        <p>
          Trusted since {formatDate(hostKey.firstSeenAtMs)} <span className="mono">{hostKey.trusted}</span>
        </p>
        <p>
          Offered now <span className="mono">{offered}</span>
        </p>
        <FormError failure={trust.failure} />
      </div>
      <Button tone="danger" busy={trust.busy} onClick={() => trust.run()}>
        Trust the new key
      </Button>
    </section>
  );
}
