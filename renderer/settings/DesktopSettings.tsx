import type { ReactNode } from 'react';
import { hostShell } from '../engine/shell.ts';
import { toastFailure } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { Host, HostState } from './use-host.ts';
import { saveReport } from './save-report.ts';
import styles from './Settings.module.css';
import alertStyles from './AlertSettings.module.css';

/** What only some hosts can do; where none of it is there, nothing is shown. */
export function DesktopSettings({
  host,
  change,
}: {
  readonly host: Host;
  readonly change: HostState['change'];
}): ReactNode {
  const { abilities, choices } = host;
  const { tray, loginItem, logs } = abilities;
  if (!tray && !loginItem && !logs) return null;
  return (
    <div className={`${styles.form} ${alertStyles.apart}`}>
      <span className={styles.label}>On this computer</span>
      {tray && (
        <>
          <Switch
            label="Icon beside the clock"
            hint="Its shape says how the network is; its menu leads to the incidents."
            checked={choices.tray}
            onChange={(wanted) => change({ tray: wanted })}
          />
          <Switch
            label="Go on behind the icon when the last window is closed"
            hint="Polling, notifications and sounds go on; Quit in the icon's menu ends them."
            checked={choices.closeToTray}
            disabled={!choices.tray}
            onChange={(wanted) => change({ closeToTray: wanted })}
          />
        </>
      )}
      {loginItem && (
        <Switch
          label="Start when you log in"
          hint="Without a window where there is the icon."
          checked={choices.startAtLogin}
          onChange={(wanted) => change({ startAtLogin: wanted })}
        />
      )}
      {logs && (
        <div className={styles.buttons}>
          <Button onClick={() => void hostShell().openLogs()}>Open the folder of the logs</Button>
          <Button
            onClick={() => void saveReport().catch((error: unknown) => toastFailure('No report was saved', error))}
          >
            Save a report…
          </Button>
        </div>
      )}
    </div>
  );
}
