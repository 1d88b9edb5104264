import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ipAddress } from '../../shared/contract/common.ts';
import type { Credential } from '../../shared/contract/settings.ts';
import { formatDuration } from '../../shared/units/durations.ts';
import { call } from '../engine/connection.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { StateShape } from '../ui/StateMark.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Settings.module.css';

interface TestResult {
  readonly ok: boolean;
  readonly message: string;
  readonly durationMs: number;
}

/** Tries the credential on the spot; what it says names what mends it. */
function TestForm({ credential }: { readonly credential: Credential }): ReactNode {
  const [address, setAddress] = useState('');
  const [result, setResult] = useState<TestResult | null>(null);
  const test = useAction(async () => {
    setResult(null);
    setResult(await call('credential.test', { credentialId: credential.id, address: address.trim() }));
  });
  const wrong = address.trim() !== '' && !ipAddress.safeParse(address.trim()).success;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!wrong && address.trim() !== '') test.run();
  }
  return (
    <>
      <form className={styles.test} onSubmit={submit} noValidate>
        <div className={styles.testField}>
          <TextField
            label="Try it against"
            mono
            small
            autoFocus
            value={address}
            onChange={setAddress}
            placeholder="10.0.0.1"
            error={wrong ? 'Not an IPv4 or IPv6 address' : undefined}
          />
        </div>
        <Button type="submit" busy={test.busy} disabled={wrong || address.trim() === ''}>
          {test.busy ? 'Asking' : 'Try'}
        </Button>
      </form>
      {result !== null && (
        <p className={styles.result} role="status">
          <StateShape state={result.ok ? 'up' : 'down'} />
          {result.ok ? 'Works' : 'Does not work'}: {result.message} ({formatDuration(result.durationMs)})
        </p>
      )}
      <FormError failure={test.failure} />
    </>
  );
}

interface RemoveDialogProps {
  readonly credential: Credential;
  readonly open: boolean;
  readonly onClose: () => void;
}

function RemoveDialog({ credential, open, onClose }: RemoveDialogProps): ReactNode {
  const remove = useAction(() => call('credential.remove', { credentialId: credential.id }));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Remove ${credential.name}?`}
      description={
        credential.usedBy === 0
          ? 'No device uses it.'
          : `${countText(credential.usedBy, 'device')} ${credential.usedBy === 1 ? 'answers' : 'answer'} to it and will be tried with the others.`
      }
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button tone="danger" busy={remove.busy} onClick={() => remove.run()}>
            Remove
          </Button>
        </>
      }
    >
      <FormError failure={remove.failure} />
    </Dialog>
  );
}

export interface CredentialItemProps {
  readonly credential: Credential;
  readonly onEdit: () => void;
}

/** One stored credential: what may be shown of it, and what can be done. */
export function CredentialItem({ credential, onEdit }: CredentialItemProps): ReactNode {
  const [open, setOpen] = useState<'test' | 'remove' | null>(null);
  return (
    <li className={styles.credential}>
      <div className={styles.credentialRow}>
        <div className={styles.about}>
          <p className={styles.name}>{credential.name}</p>
          <p className={styles.hint}>
            {credential.summary},{' '}
            {credential.usedBy === 0 ? 'not used yet' : `used by ${countText(credential.usedBy, 'device')}`}
          </p>
          {!credential.hasSecret && (
            <p className={styles.unsealed}>Its secret was sealed on another computer. Type it again to use it here.</p>
          )}
        </div>
        <Button size="small" aria-expanded={open === 'test'} onClick={() => setOpen(open === 'test' ? null : 'test')}>
          Try it
        </Button>
        <IconButton size="small" label={`Change ${credential.name}`} onClick={onEdit}>
          <IconPencil size={16} stroke={1.75} aria-hidden />
        </IconButton>
        <IconButton size="small" label={`Remove ${credential.name}`} onClick={() => setOpen('remove')}>
          <IconTrash size={16} stroke={1.75} aria-hidden />
        </IconButton>
      </div>
      {open === 'test' && <TestForm credential={credential} />}
      <RemoveDialog credential={credential} open={open === 'remove'} onClose={() => setOpen(null)} />
    </li>
  );
}
