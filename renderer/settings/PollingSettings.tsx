import type { ReactNode } from 'react';
import type { SettingsProps } from './NetworkSettings.tsx';
import { NumberForm } from './NumberForm.tsx';
import { pollingFields } from './number-fields.ts';
import styles from './Settings.module.css';

/** Intervals, and how long a fault must last. */
export function PollingSettings({ settings }: SettingsProps): ReactNode {
  return (
    <>
      <p className={styles.lead}>A slow device is asked less often by itself; its page says so.</p>
      <NumberForm settings={settings} fields={pollingFields} />
    </>
  );
}
