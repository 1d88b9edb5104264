import { useState, type FormEvent, type ReactNode } from 'react';
import { listOf, rangesProblem } from '../first-run/first-run-form.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import type { SettingsProps } from './NetworkSettings.tsx';
import { useSettingsForm } from './use-settings-form.ts';
import styles from './Settings.module.css';

/** Credentials are sent inside these ranges and nowhere else. */
export function RangeSettings({ settings }: SettingsProps): ReactNode {
  const before = settings.allowedRanges.join('\n');
  const [text, setText] = useState(before);
  const form = useSettingsForm(['allowedRanges']);
  const problem = rangesProblem(text);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (problem === null) form.save({ allowedRanges: [...listOf(text)] });
  }
  return (
    <>
      <p className={styles.lead}>
        No credential is ever sent to an address outside these ranges, whoever names it. Discovery adds the ranges that
        you give it.
      </p>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextArea
          label="Ranges"
          mono
          rows={8}
          value={text}
          onChange={setText}
          error={problem ?? form.errorOf('allowedRanges')}
          hint="One a line, such as 10.0.0.0/16 or 2001:db8::/48."
        />
        <FormError failure={form.general} />
        <div className={styles.buttons}>
          <Button type="submit" tone="primary" busy={form.busy} disabled={problem !== null || text === before}>
            Save
          </Button>
        </div>
      </form>
    </>
  );
}
