import type { ReactNode } from 'react';
import type { SnmpAuthProtocol, SnmpPrivProtocol } from '../../shared/contract/settings.ts';
import { SecretField } from '../ui/SecretField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { CredentialDraft, DraftProblems } from './credential-draft.ts';
import styles from './CredentialFields.module.css';

export interface CredentialFieldsProps {
  readonly draft: CredentialDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<CredentialDraft>) => void;
  /** Under the secret: where it will be kept. */
  readonly keptWhere?: string | undefined;
}

const authOptions: readonly { value: SnmpAuthProtocol | 'none'; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'md5', label: 'MD5' },
  { value: 'sha', label: 'SHA-1' },
  { value: 'sha224', label: 'SHA-224' },
  { value: 'sha256', label: 'SHA-256' },
  { value: 'sha384', label: 'SHA-384' },
  { value: 'sha512', label: 'SHA-512' },
];

const privOptions: readonly { value: SnmpPrivProtocol | 'none'; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'des', label: 'DES' },
  { value: 'aes', label: 'AES-128' },
  { value: 'aes256', label: 'AES-256 (Blumenthal)' },
  { value: 'aes256r', label: 'AES-256 (Reeder, Cisco)' },
];

function Community({ draft, problems, onChange, keptWhere }: CredentialFieldsProps): ReactNode {
  return (
    <SecretField
      label="Community"
      value={draft.community}
      onChange={(community) => onChange({ community })}
      error={problems.community}
      hint={keptWhere}
    />
  );
}

function User({ draft, problems, onChange }: CredentialFieldsProps): ReactNode {
  return (
    <TextField label="User" mono value={draft.user} onChange={(user) => onChange({ user })} error={problems.user} />
  );
}

function SnmpV3(props: CredentialFieldsProps): ReactNode {
  const { draft, problems, onChange, keptWhere } = props;
  return (
    <>
      <User {...props} />
      <div className={styles.pair}>
        <Select
          label="Authentication"
          value={draft.authProtocol}
          options={authOptions}
          onChange={(authProtocol) => onChange({ authProtocol })}
        />
        {draft.authProtocol !== 'none' && (
          <SecretField
            label="Authentication password"
            value={draft.authPassword}
            onChange={(authPassword) => onChange({ authPassword })}
            error={problems.authPassword}
          />
        )}
      </div>
      <div className={styles.pair}>
        <Select
          label="Privacy"
          value={draft.privProtocol}
          options={privOptions}
          onChange={(privProtocol) => onChange({ privProtocol })}
          error={problems.privProtocol}
        />
        {draft.privProtocol !== 'none' && (
          <SecretField
            label="Privacy password"
            value={draft.privPassword}
            onChange={(privPassword) => onChange({ privPassword })}
            error={problems.privPassword}
          />
        )}
      </div>
      {keptWhere !== undefined && <p className={styles.hint}>{keptWhere}</p>}
    </>
  );
}

function SshKey(props: CredentialFieldsProps): ReactNode {
  const { draft, problems, onChange, keptWhere } = props;
  return (
    <>
      <User {...props} />
      <TextArea
        label="Private key"
        mono
        value={draft.privateKey}
        onChange={(privateKey) => onChange({ privateKey })}
        error={problems.privateKey}
        hint={keptWhere}
      />
      <SecretField
        label="Passphrase"
        aside="optional"
        value={draft.passphrase}
        onChange={(passphrase) => onChange({ passphrase })}
      />
    </>
  );
}

/** The fields of one kind of credential. Secrets go to the engine and never come back. */
export function CredentialFields(props: CredentialFieldsProps): ReactNode {
  const { draft, problems, onChange, keptWhere } = props;
  switch (draft.kind) {
    case 'snmp-community':
      return <Community {...props} />;
    case 'snmp-v3':
      return <SnmpV3 {...props} />;
    case 'ssh-key':
      return <SshKey {...props} />;
    case 'ssh-password':
      return (
        <>
          <User {...props} />
          <SecretField
            label="Password"
            value={draft.password}
            onChange={(password) => onChange({ password })}
            error={problems.password}
            hint={keptWhere}
          />
        </>
      );
  }
}
