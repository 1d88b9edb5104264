import { useState, type ReactNode } from 'react';
import type { Credential, CredentialKind } from '../../shared/contract/settings.ts';
import { call } from '../engine/connection.ts';
import { useAction } from '../state/use-action.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FormError } from '../ui/FormError.tsx';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { CredentialFields } from './CredentialFields.tsx';
import { draftName, draftProblems, draftSecret, emptyDraft, type CredentialDraft } from './credential-draft.ts';

export interface CredentialDialogProps {
  /** Null: closed. */
  readonly editing: Credential | 'new' | null;
  readonly vault: string | undefined;
  readonly onClose: () => void;
}

const kinds: readonly { value: CredentialKind; label: string }[] = [
  { value: 'snmp-community', label: 'SNMP community' },
  { value: 'snmp-v3', label: 'SNMP v3 user' },
  { value: 'ssh-password', label: 'SSH password' },
  { value: 'ssh-key', label: 'SSH key' },
];

const versions = [
  { value: '2c', label: 'v2c' },
  { value: '1', label: 'v1' },
] as const;

/** Nothing typed into the secret fields: the stored secret stays. */
function untouched(draft: CredentialDraft): boolean {
  return [draft.community, draft.user, draft.authPassword, draft.privPassword, draft.password, draft.privateKey].every(
    (text) => text === '',
  );
}

/** Adds a credential, or renames one and replaces its secret. Draw it anew (key) for another one. */
export function CredentialDialog({ editing, vault, onClose }: CredentialDialogProps): ReactNode {
  const stored = editing === 'new' || editing === null ? null : editing;
  const [name, setName] = useState(stored?.name ?? '');
  const [draft, setDraft] = useState<CredentialDraft>({ ...emptyDraft, kind: stored?.kind ?? 'snmp-community' });
  const [tried, setTried] = useState(false);
  const keep = stored !== null && untouched(draft);
  const problems = keep ? {} : draftProblems(draft);
  const save = useAction(async () => {
    const given = name.trim();
    if (stored === null)
      await call('credential.add', { name: given === '' ? draftName(draft) : given, secret: draftSecret(draft) });
    else {
      const renamed = given === '' || given === stored.name ? {} : { name: given };
      await call('credential.change', {
        credentialId: stored.id,
        ...renamed,
        ...(!keep && { secret: draftSecret(draft) }),
      });
    }
    onClose();
  });
  const submit = (): void => {
    setTried(true);
    if (Object.keys(problems).length === 0) save.run();
  };
  return (
    <Dialog
      open={editing !== null}
      onClose={onClose}
      title={stored === null ? 'Add a credential' : `Change ${stored.name}`}
      description={stored === null ? undefined : 'The stored secret is never shown. Leave the fields empty to keep it.'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" busy={save.busy} onClick={submit}>
            Save
          </Button>
        </>
      }
    >
      <TextField label="Name" aside="optional" value={name} onChange={setName} hint="For people: “Access switches”." />
      <Select<CredentialKind>
        label="Kind"
        value={draft.kind}
        options={kinds}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      {draft.kind === 'snmp-community' && (
        <SegmentedControl
          label="Version"
          size="form"
          value={draft.version}
          options={versions}
          onChange={(version) => setDraft({ ...draft, version })}
        />
      )}
      <CredentialFields
        draft={draft}
        problems={tried ? problems : {}}
        onChange={(change) => setDraft({ ...draft, ...change })}
        keptWhere={vault === undefined ? undefined : `Kept sealed (${vault}), never shown again.`}
      />
      <FormError failure={save.failure} />
    </Dialog>
  );
}
