import { useState, type ReactNode } from 'react';
import { call } from '../engine/connection.ts';
import { CredentialFields } from '../settings/CredentialFields.tsx';
import { draftProblems, emptyDraft, type CredentialDraft } from '../settings/credential-draft.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { storeCredential } from './use-discovery.ts';

export interface OtherCredentialDialogProps {
  /** Null: closed. */
  readonly address: string | null;
  readonly onClose: () => void;
  readonly onStored: (address: string, credentialId: number) => void;
}

const kinds = [
  { value: 'snmp-community', label: 'SNMP v2c' },
  { value: 'snmp-v3', label: 'SNMP v3' },
] as const;

/** Tries a credential on the device that needs it, and keeps it only when it works. */
export function OtherCredentialDialog({ address, onClose, onStored }: OtherCredentialDialogProps): ReactNode {
  const [draft, setDraft] = useState<CredentialDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const problems = draftProblems(draft);
  const attempt = useAction(async () => {
    if (address === null) return;
    const credentialId = await storeCredential(draft);
    const result = await call('credential.test', { credentialId, address });
    if (result.ok) return onStored(address, credentialId);
    await call('credential.remove', { credentialId });
    throw new Error(result.message);
  });
  const submit = (): void => {
    setTried(true);
    if (Object.keys(problems).length === 0) attempt.run();
  };
  return (
    <Dialog
      open={address !== null}
      onClose={onClose}
      title={`Another credential for ${address ?? ''}`}
      description="It is tried on this device first, and kept when it works."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={attempt.busy} onClick={submit}>
            {attempt.busy ? 'Trying' : 'Try it'}
          </Button>
        </>
      }
    >
      <SegmentedControl
        label="Kind"
        size="form"
        value={draft.kind === 'snmp-v3' ? 'snmp-v3' : 'snmp-community'}
        options={kinds}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      <CredentialFields
        draft={draft}
        problems={tried ? problems : {}}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <FormError failure={attempt.failure} />
    </Dialog>
  );
}
