import { useState, type FormEvent, type ReactNode } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { formatBytes } from '../../shared/units/bytes.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { KeyValue } from '../ui/PanelSection.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Time } from '../ui/Time.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './Settings.module.css';

export interface SettingsProps {
  readonly settings: Settings;
}

function FileFacts(): ReactNode {
  const info = useCall('network.info', {}).data;
  const health = useItem('console', {}, 'console');
  return (
    <dl className={styles.facts}>
      <KeyValue label="File" mono>
        {info?.file}
      </KeyValue>
      <KeyValue label="Size">{health === undefined ? null : formatBytes(health.fileBytes)}</KeyValue>
      <KeyValue label="Secrets">{info === undefined ? null : `sealed: ${info.vault}`}</KeyValue>
      <KeyValue label="Engine">{info?.engineVersion}</KeyValue>
      <KeyValue label="Running since">{info === undefined ? null : <Time atMs={info.startedAtMs} seconds />}</KeyValue>
    </dl>
  );
}

export function NetworkSettings({ settings }: SettingsProps): ReactNode {
  const [name, setName] = useState(settings.networkName);
  const form = useSettingsForm(['networkName']);
  function submit(event: FormEvent): void {
    event.preventDefault();
    form.save({ networkName: name });
  }
  return (
    <>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label="Name of the network"
          value={name}
          onChange={setName}
          error={name.trim() === '' ? 'Give it a name' : form.errorOf('networkName')}
          hint="Stands at the top of the window and in exports."
        />
        <FormError failure={form.general} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            tone="primary"
            busy={form.busy}
            disabled={name.trim() === '' || name === settings.networkName}
          >
            Save
          </Button>
        </div>
      </form>
      <FileFacts />
    </>
  );
}
