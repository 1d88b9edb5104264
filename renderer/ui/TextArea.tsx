import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldText } from './Field.tsx';
import styles from './Field.module.css';

export interface TextAreaProps extends FieldText, Omit<ComponentProps<'textarea'>, 'className' | 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly mono?: boolean | undefined;
}

/** Several lines: keys, lists of ranges. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { label, aside, hint, error, value, onChange, mono = false, ...rest } = props;
  return (
    <Field label={label} aside={aside} hint={hint} error={error}>
      {({ inputId, describedBy, invalid }) => (
        <textarea
          spellCheck={false}
          autoComplete="off"
          {...rest}
          id={inputId}
          className={classNames(styles.area, mono && styles.mono)}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Field>
  );
}
