import { useState, type FormEvent, type ReactNode } from 'react';
import type { SettingsValues } from '../../shared/contract/settings.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { SettingsProps } from './NetworkSettings.tsx';
import { parseField, type NumberField, type NumberFieldWords } from './number-fields.ts';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './Settings.module.css';

type Numbers = Partial<Record<NumberField, number>>;

export interface NumberFormProps extends SettingsProps {
  readonly fields: readonly NumberFieldWords[];
  /** Hears of every whole draft while it is typed: what saving it would set. */
  readonly onDraft?: ((draft: Numbers) => void) | undefined;
}

/** Every number as typed; null when one of them is wrong. */
function draftOf(fields: NumberFormProps['fields'], texts: Readonly<Record<string, string>>): Numbers | null {
  const parsed = fields.map(({ field }) => ({ field, result: parseField(field, texts[field] ?? '') }));
  if (parsed.some(({ result }) => 'problem' in result)) return null;
  return Object.fromEntries(parsed.flatMap(({ field, result }) => ('value' in result ? [[field, result.value]] : [])));
}

/** Only what was changed is sent. */
function changesOf(draft: Numbers | null, settings: SettingsProps['settings']): Partial<SettingsValues> | null {
  const changed = Object.entries(draft ?? {}).filter(([field, value]) => value !== settings[field as NumberField]);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** Whole numbers of the network file, in two columns, saved together. */
export function NumberForm({ settings, fields, onDraft }: NumberFormProps): ReactNode {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(fields.map(({ field }) => [field, String(settings[field])])),
  );
  const form = useSettingsForm(fields.map(({ field }) => field));
  const changes = changesOf(draftOf(fields, texts), settings);
  function type(field: NumberField, text: string): void {
    const next = { ...texts, [field]: text };
    const draft = draftOf(fields, next);
    setTexts(next);
    if (draft !== null) onDraft?.(draft);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (changes !== null) form.save(changes);
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.pair}>
        {fields.map(({ field, label, unit, hint }) => {
          const result = parseField(field, texts[field] ?? '');
          return (
            <TextField
              key={field}
              label={label}
              inputMode="numeric"
              value={texts[field] ?? ''}
              onChange={(text) => type(field, text)}
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
  );
}
