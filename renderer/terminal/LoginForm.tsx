import { useState, type FormEvent, type ReactNode } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import type { TerminalLogin } from '../../shared/contract/terminals.ts';
import { sshSecret } from '../../shared/contract/settings.ts';
import { useTopic } from '../engine/use-topic.ts';
import { CredentialFields } from '../settings/CredentialFields.tsx';
import { draftName, draftProblems, draftSecret, emptyDraft } from '../settings/credential-draft.ts';
import type { Failure } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { FormError } from '../ui/FormError.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './TerminalTab.module.css';

export interface LoginFormProps {
  readonly device: Device;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onLogin: (login: TerminalLogin) => void;
  readonly onCancel: () => void;
}

const TYPED = 'typed';
const kinds = [
  { value: 'ssh-password', label: 'Password' },
  { value: 'ssh-key', label: 'Key' },
] as const;
const keeping = [
  { value: 'once', label: 'Use once' },
  { value: 'keep', label: 'Keep for this device' },
] as const;

/** Stored SSH credentials that can be opened here, and one more that is typed. */
function useChoices() {
  const stored = useTopic('credentials', {}).items.filter((one) => one.kind.startsWith('ssh') && one.hasSecret);
  const choices = stored.map((one) => ({ value: String(one.id), label: `${one.name} (${one.summary})` }));
  return [...choices, { value: TYPED, label: 'Another login' }];
}

/** Who logs in. What is typed goes to the engine once, and is kept only if that is wished and it has worked. */
export function LoginForm({ device, busy, failure, onLogin, onCancel }: LoginFormProps): ReactNode {
  const choices = useChoices();
  const [choice, setChoice] = useState<string | null>(null);
  const [draft, setDraft] = useState({ ...emptyDraft, kind: 'ssh-password' as 'ssh-password' | 'ssh-key' });
  const [keep, setKeep] = useState<'once' | 'keep'>('once');
  const [tried, setTried] = useState(false);
  const chosen = choice ?? choices[0]?.value ?? TYPED;
  const problems = draftProblems(draft);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (chosen !== TYPED) return onLogin({ kind: 'stored', credentialId: Number(chosen) });
    if (Object.keys(problems).length > 0) return;
    const secret = sshSecret.parse(draftSecret(draft));
    const keepAs = keep === 'keep' ? { keepAs: `${draftName(draft)}, ${device.name}`.slice(0, 100) } : {};
    onLogin({ kind: 'typed', secret, ...keepAs });
  };
  return (
    <form className={styles.login} aria-label={`Log in to ${device.name}`} noValidate onSubmit={submit}>
      <h2 className={styles.loginTitle}>Log in to {device.name}</h2>
      <p className={styles.loginText}>
        SSH to <span className="mono">{device.address}</span>, port {device.sshPort}.
      </p>
      {choices.length > 1 && <Select label="Credential" value={chosen} options={choices} onChange={setChoice} />}
      {chosen === TYPED && (
        <>
          <SegmentedControl
            label="Kind"
            size="form"
            value={draft.kind}
            options={kinds}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
          <CredentialFields
            draft={draft}
            problems={tried ? problems : {}}
            onChange={(change) => setDraft({ ...draft, ...change, kind: draft.kind })}
          />
          <SegmentedControl label="What becomes of it" size="form" value={keep} options={keeping} onChange={setKeep} />
          <p className={styles.loginText}>
            {keep === 'keep'
              ? 'Kept sealed in this network file once it has worked; configurations of the device are read with it too.'
              : 'Used for this terminal and forgotten.'}
          </p>
        </>
      )}
      <FormError failure={failure} />
      <div className={styles.loginButtons}>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" tone="primary" busy={busy}>
          {busy ? 'Logging in' : 'Log in'}
        </Button>
      </div>
    </form>
  );
}
