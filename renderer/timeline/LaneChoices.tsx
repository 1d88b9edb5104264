import type { ReactNode } from 'react';
import { usePreferences, type LanesBy, type LeastSeverity } from '../state/preferences.ts';
import { Select } from '../ui/Select.tsx';
import styles from './TimeBar.module.css';

const lanes: readonly { readonly value: LanesBy; readonly label: string }[] = [
  { value: 'site', label: 'By site' },
  { value: 'kind', label: 'By kind' },
  { value: 'severity', label: 'By severity' },
];

const severities: readonly { readonly value: LeastSeverity; readonly label: string }[] = [
  { value: 'info', label: 'All severities' },
  { value: 'minor', label: 'Minor and worse' },
  { value: 'major', label: 'Major and worse' },
  { value: 'critical', label: 'Critical only' },
];

/** What the rows stand for and what is left out; remembered. */
export function LaneChoices(): ReactNode {
  const { lanesBy, leastSeverity, setLanesBy, setLeastSeverity } = usePreferences();
  return (
    <span className={styles.choices}>
      <Select<LanesBy> label="Rows of the time bar" bare small value={lanesBy} options={lanes} onChange={setLanesBy} />
      <Select<LeastSeverity>
        label="Severities in the time bar"
        bare
        small
        value={leastSeverity}
        options={severities}
        onChange={setLeastSeverity}
      />
    </span>
  );
}
