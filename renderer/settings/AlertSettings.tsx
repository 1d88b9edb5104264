import type { ReactNode } from 'react';
import type { Severity } from '../../shared/contract/common.ts';
import type { HostAbilities } from '../../shared/contract/shell.ts';
import { AN_HOUR_MS, FOR_EVER_MS, useAlertChoices } from '../alerts/alert-choices.ts';
import { severities } from '../alerts/alert-rules.ts';
import { playAlert } from '../alerts/alert-sound.ts';
import { hostShell } from '../engine/shell.ts';
import { Button } from '../ui/Button.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { Switch } from '../ui/Switch.tsx';
import { Time } from '../ui/Time.tsx';
import { showToast } from '../ui/Toast.tsx';
import { useNow } from '../ui/use-now.ts';
import { DesktopSettings } from './DesktopSettings.tsx';
import { useHost } from './use-host.ts';
import styles from './Settings.module.css';
import alertStyles from './AlertSettings.module.css';

const volumes = [
  { value: '0.25', label: 'Soft' },
  { value: '0.5', label: 'Normal' },
  { value: '1', label: 'Loud' },
] as const;

const notificationHints: Readonly<Record<HostAbilities['notifications'], string | null>> = {
  granted: null,
  ask: 'The browser will ask you once whether this page may show notifications.',
  denied: 'This browser was told to show no notifications of this page: allow them for this address in its settings.',
  none: 'This system has no notifications.',
};

async function testNotification(): Promise<void> {
  await hostShell().allowNotifications();
  await hostShell().notify({
    title: 'A test from Trunkline',
    body: 'A click leads to the incidents.',
    severity: 'info',
    link: { kind: 'incidents' },
  });
}

async function testSound(): Promise<void> {
  const { volume } = useAlertChoices.getState();
  if (await playAlert('critical', volume)) return;
  showToast({
    title: 'No sound could be played',
    detail: 'This system or browser gives the page none.',
    tone: 'failed',
  });
}

interface MatrixProps {
  readonly canNotify: boolean;
  /** The person may just have allowed or forbidden notifications. */
  readonly onAsked: () => void;
}

function Matrix({ canNotify, onAsked }: MatrixProps): ReactNode {
  const { notify, sound, setNotify, setSound } = useAlertChoices();
  function choose(severity: Severity, wanted: boolean): void {
    setNotify(severity, wanted);
    if (wanted) void hostShell().allowNotifications().finally(onAsked);
  }
  return (
    <table className={alertStyles.matrix}>
      <thead>
        <tr>
          <th scope="col">New incident</th>
          <th scope="col">Notification</th>
          <th scope="col">Sound</th>
        </tr>
      </thead>
      <tbody>
        {severities.map((severity) => (
          <tr key={severity}>
            <th scope="row">
              <SeverityPips severity={severity} />
            </th>
            <td>
              <Switch
                hideLabel
                label={`Notification for ${severity} incidents`}
                checked={notify[severity]}
                disabled={!canNotify}
                onChange={(wanted) => choose(severity, wanted)}
              />
            </td>
            <td>
              <Switch
                hideLabel
                label={`Sound for ${severity} incidents`}
                checked={sound[severity]}
                onChange={(wanted) => setSound(severity, wanted)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Silence(): ReactNode {
  const { silentUntilMs, silenceUntil } = useAlertChoices();
  const nowMs = useNow();
  if (silentUntilMs > nowMs) {
    return (
      <div className={styles.buttons}>
        <span>
          Sounds are paused{' '}
          {silentUntilMs === FOR_EVER_MS ? (
            'until you end it'
          ) : (
            <>
              until <Time atMs={silentUntilMs} />
            </>
          )}
          .
        </span>
        <Button onClick={() => silenceUntil(0)}>Sound again</Button>
      </div>
    );
  }
  return (
    <div className={styles.group} role="group" aria-label="Pause sounds">
      <span className={styles.label}>Pause sounds</span>
      <div className={styles.buttons}>
        <Button onClick={() => silenceUntil(nowMs + AN_HOUR_MS)}>For an hour</Button>
        <Button onClick={() => silenceUntil(nowMs + 8 * AN_HOUR_MS)}>For 8 hours</Button>
        <Button onClick={() => silenceUntil(FOR_EVER_MS)}>Until I end it</Button>
      </div>
    </div>
  );
}

/** How this person hears of what opens while they look elsewhere. Of this computer, not of the file. */
export function AlertSettings(): ReactNode {
  const { volume, setVolume } = useAlertChoices();
  const { host, change, askAgain } = useHost();
  if (host === null) return <p className={styles.lead}>Asking what this system can do</p>;
  const { notifications } = host.abilities;
  const hint = notificationHints[notifications];
  const canNotify = notifications === 'granted' || notifications === 'ask';
  return (
    <>
      <p className={styles.lead}>
        For what opens while you look elsewhere. Several at once come as one; right after this computer woke it waits a
        minute.
      </p>
      <div className={styles.form}>
        <Matrix canNotify={canNotify} onAsked={askAgain} />
        {hint !== null && <p className={styles.hint}>{hint}</p>}
        <div className={styles.buttons}>
          <Button disabled={!canNotify} onClick={() => void testNotification().finally(askAgain)}>
            Try a notification
          </Button>
          <Button onClick={() => void testSound()}>Try the sound</Button>
        </div>
        <div className={`${styles.group} ${alertStyles.narrow}`}>
          <span className={styles.label}>Volume</span>
          <SegmentedControl
            label="Volume"
            size="form"
            value={String(volume)}
            options={volumes}
            onChange={(next) => setVolume(Number(next))}
          />
        </div>
        <Silence />
        <DesktopSettings host={host} change={change} />
      </div>
    </>
  );
}
