import type { ReactNode } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { useItem, useTopic } from '../engine/use-topic.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { goTo, settingsSections, type SettingsSection } from '../state/route.ts';
import { classNames } from '../ui/class-names.ts';
import { ErrorState } from '../ui/EmptyState.tsx';
import { AlertSettings } from './AlertSettings.tsx';
import { AppearanceSettings } from './AppearanceSettings.tsx';
import { CredentialSettings } from './CredentialSettings.tsx';
import { KeyboardSettings } from './keyboard/KeyboardSettings.tsx';
import { NetworkSettings } from './NetworkSettings.tsx';
import { PollingSettings } from './PollingSettings.tsx';
import { RangeSettings } from './RangeSettings.tsx';
import { StorageSettings } from './StorageSettings.tsx';
import styles from './Settings.module.css';

const names: Readonly<Record<SettingsSection, string>> = {
  network: 'Network',
  credentials: 'Credentials',
  ranges: 'Allowed ranges',
  polling: 'Polling',
  storage: 'Storage and retention',
  appearance: 'Appearance',
  keyboard: 'Keyboard',
  alerts: 'Alerts',
};

/** The forms begin from what the engine says; another value from there begins them anew. */
function section(name: SettingsSection, settings: Settings | undefined): ReactNode {
  if (name === 'appearance') return <AppearanceSettings />;
  if (name === 'keyboard') return <KeyboardSettings />;
  if (name === 'alerts') return <AlertSettings />;
  if (name === 'credentials') return <CredentialSettings />;
  if (settings === undefined) return <p className={styles.lead}>Reading the settings</p>;
  const key = JSON.stringify(settings);
  if (name === 'ranges') return <RangeSettings key={key} settings={settings} />;
  if (name === 'polling') return <PollingSettings key={key} settings={settings} />;
  if (name === 'storage') return <StorageSettings key={key} settings={settings} />;
  return <NetworkSettings key={key} settings={settings} />;
}

/** What a person may set: of this network file, and of this computer. */
export function SettingsView({ section: current }: { readonly section: SettingsSection }): ReactNode {
  const settings = useItem('settings', {}, 'settings');
  const { error } = useTopic('settings', {});
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  return (
    <>
      <ViewBar title="Settings" />
      <div className={styles.columns}>
        <nav className={styles.nav} aria-label="Sections">
          {settingsSections.map((name) => (
            <button
              key={name}
              type="button"
              className={classNames(styles.navItem)}
              aria-current={name === current ? 'page' : undefined}
              onClick={() => goTo({ view: 'settings', section: name })}
            >
              {names[name]}
            </button>
          ))}
        </nav>
        <div className={styles.body}>
          <h2 className={styles.title}>{names[current]}</h2>
          {section(current, settings)}
        </div>
      </div>
    </>
  );
}
