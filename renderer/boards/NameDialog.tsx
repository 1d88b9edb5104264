import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

export interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly value: string;
  /** On the deciding button: "Rename". */
  readonly done: string;
  readonly maxLength: number;
  /** Nothing typed means: named by what it shows. */
  readonly optional?: boolean | undefined;
  readonly onDone: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for one name. */
export function NameDialog(props: NameDialogProps): ReactNode {
  const { title, label, value, done, maxLength, optional = false, onDone, onClose } = props;
  const [name, setName] = useState(value);
  const ready = optional || name.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    onClose();
    onDone(name.trim());
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      width={400}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" type="submit" form="name-form" disabled={!ready}>
            {done}
          </Button>
        </>
      }
    >
      <form id="name-form" onSubmit={submit}>
        <TextField
          label={label}
          value={name}
          onChange={setName}
          maxLength={maxLength}
          hint={optional ? 'Empty: named by what it shows.' : undefined}
        />
      </form>
    </Dialog>
  );
}
