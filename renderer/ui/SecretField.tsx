import { IconEye, IconEyeOff, IconKey } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { FieldText } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import { TextField } from './TextField.tsx';

export interface SecretFieldProps extends FieldText {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
}

/** Dots until asked; what is typed is never kept by the browser. */
export function SecretField(props: SecretFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      mono
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      icon={<IconKey size={16} stroke={1.75} aria-hidden />}
      after={
        <IconButton size="small" label={shown ? 'Hide' : 'Show'} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <IconEyeOff size={16} stroke={1.75} /> : <IconEye size={16} stroke={1.75} />}
        </IconButton>
      }
    />
  );
}
