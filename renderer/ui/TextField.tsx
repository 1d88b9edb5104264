import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './Field.tsx';
import styles from './Field.module.css';

export interface TextFieldProps extends FieldText, Omit<ComponentProps<'input'>, 'className' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For addresses, ranges and names of ports. */
  readonly mono?: boolean | undefined;
  readonly icon?: ReactNode;
  /** Inside the box at its right end: "answers, 1 ms", a button. */
  readonly after?: ReactNode;
  readonly small?: boolean | undefined;
}

export function TextField(props: TextFieldProps): ReactNode {
  const { label, aside, hint, error, value, onChange, mono = false, icon, after, small = false, ...rest } = props;
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {({ inputId, describedBy, invalid }) => (
        <span className={styles.box} data-invalid={invalid || undefined} data-small={small || undefined}>
          {icon}
          <input
            spellCheck={false}
            autoComplete="off"
            {...rest}
            id={inputId}
            className={classNames(styles.input, mono && styles.mono)}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
          />
          {after}
        </span>
      )}
    </Field>
  );
}
