import { Toggle } from '@base-ui/react/toggle';
import { ToggleGroup } from '@base-ui/react/toggle-group';
import type { ReactNode } from 'react';
import styles from './SegmentedControl.module.css';

export interface SegmentedControlProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[];
  readonly onChange: (value: T) => void;
  /** 22 px in bars, 32 px in forms where it fills the column. */
  readonly size?: 'normal' | 'form' | undefined;
}

/** One of a few, all visible. Arrow keys move, Space and Enter choose. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>): ReactNode {
  const { label, value, options, onChange, size = 'normal' } = props;
  return (
    <ToggleGroup
      className={styles.group}
      data-size={size}
      aria-label={label}
      value={[value]}
      onValueChange={(values) => {
        const next = values[0];
        if (next !== undefined) onChange(next);
      }}
    >
      {options.map((option) => (
        <Toggle key={option.value} value={option.value} className={styles.option}>
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
