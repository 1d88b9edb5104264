import { useState, type FormEvent, type ReactNode } from 'react';
import type { SettingsValues } from '../../shared/contract/settings.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SettingsProps } from './NetworkSettings.tsx';
import { parseField, pollingFields, type NumberField } from './polling-fields.ts';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './Settings.module.css';

type Texts = Readonly<Record<NumberField, string>>;

function textsOf(settings: SettingsProps['settings']): Texts {
  return Object.fromEntries(pollingFields.map(({ field }) => [field, String(settings[field])])) as Texts;
}

/** Only what was changed is sent. */
function changesOf(texts: Texts, settings: SettingsProps['settings']): Partial<SettingsValues> | null {
  const parsed = pollingFields.map(({ field }) => ({ field, result: parseField(field, texts[field]) }));
  if (parsed.some(({ result }) => 'problem' in result)) return null;
  const changed = parsed.flatMap(({ field, result }) =>
    'value' in result && result.value !== settings[field] ? [[field, result.value] as const] : [],
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** Intervals, retention, and how long a fault must last. */
export function PollingSettings({ settings }: SettingsProps): ReactNode {
  const [texts, setTexts] = useState<Texts>(() => textsOf(settings));
  const form = useSettingsForm(pollingFields.map(({ field }) => field));
  const changes = changesOf(texts, settings);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (changes !== null) form.save(changes);
  }
  return (
    <>
      <p className={styles.lead}>A slow device is asked less often by itself; its page says so.</p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.pair}>
          {pollingFields.map(({ field, label, unit, hint }) => {
            const result = parseField(field, texts[field]);
            return (
              <TextField
                key={field}
                label={label}
                inputMode="numeric"
                value={texts[field]}
                onChange={(text) => setTexts({ ...texts, [field]: text })}
                after={<span>{unit}</span>}
                hint={hint}
                error={'problem' in result ? result.problem : form.errorOf(field)}
              />
            );
          })}
        </div>
        <FormError failure={form.general} />
        <div className={styles.buttons}>
          <Button type="submit" tone="primary" busy={form.busy} disabled={changes === null}>
            Save
          </Button>
        </div>
      </form>
    </>
  );
}
