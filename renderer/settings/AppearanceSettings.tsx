import { useState, type ReactNode } from 'react';
import { UNNAMED_OPERATOR } from '../incidents/use-incident-actions.ts';
import { usePreferences, type Density, type ThemeChoice } from '../state/preferences.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Settings.module.css';

const themes = [
  { value: 'system', label: 'As the system' },
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
] as const;

const densities = [
  { value: 'normal', label: 'Normal' },
  { value: 'dense', label: 'Dense' },
] as const;

const LONGEST_NAME = 100;

/** Of this computer only; nothing of it is in the network file. */
export function AppearanceSettings(): ReactNode {
  const { theme, density, operatorName, setTheme, setDensity, setOperatorName } = usePreferences();
  const [name, setName] = useState(operatorName ?? '');
  return (
    <div className={styles.form}>
      <div className={styles.group}>
        <span className={styles.label}>Theme</span>
        <SegmentedControl<ThemeChoice> label="Theme" size="form" value={theme} options={themes} onChange={setTheme} />
      </div>
      <div className={styles.group}>
        <span className={styles.label}>Rows of tables</span>
        <SegmentedControl<Density>
          label="Rows of tables"
          size="form"
          value={density}
          options={densities}
          onChange={setDensity}
        />
      </div>
      <TextField
        label="Your name"
        value={name}
        maxLength={LONGEST_NAME}
        placeholder={UNNAMED_OPERATOR}
        hint="Stands under your notes and acknowledgements."
        onChange={(next) => {
          setName(next);
          setOperatorName(next.trim() === '' ? null : next.trim());
        }}
      />
    </div>
  );
}
