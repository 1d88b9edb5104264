/** A credential while a person types it, and the check that turns it into one. Pure. */
import {
  credentialSecret,
  type CredentialKind,
  type CredentialSecret,
  type SnmpAuthProtocol,
  type SnmpPrivProtocol,
} from '../../shared/contract/settings.ts';

export interface CredentialDraft {
  readonly kind: CredentialKind;
  readonly version: '1' | '2c';
  readonly community: string;
  readonly user: string;
  readonly authProtocol: SnmpAuthProtocol | 'none';
  readonly authPassword: string;
  readonly privProtocol: SnmpPrivProtocol | 'none';
  readonly privPassword: string;
  readonly password: string;
  readonly privateKey: string;
  readonly passphrase: string;
}

export const emptyDraft: CredentialDraft = {
  kind: 'snmp-community',
  version: '2c',
  community: '',
  user: '',
  authProtocol: 'sha256',
  authPassword: '',
  privProtocol: 'aes',
  privPassword: '',
  password: '',
  privateKey: '',
  passphrase: '',
};

export type DraftField = keyof CredentialDraft;

/** What is wrong, by the field under which it is said. */
export type DraftProblems = Readonly<Partial<Record<DraftField, string>>>;

const required: Readonly<Record<CredentialKind, readonly DraftField[]>> = {
  'snmp-community': ['community'],
  'snmp-v3': ['user'],
  'ssh-password': ['user', 'password'],
  'ssh-key': ['user', 'privateKey'],
};

const names: Readonly<Partial<Record<DraftField, string>>> = {
  community: 'a community',
  user: 'a user name',
  password: 'a password',
  privateKey: 'a private key',
};

/** RFC 3414 section 11.2: at least eight characters. */
const SHORTEST_V3_PASSWORD = 8;

function v3Problems(draft: CredentialDraft): DraftProblems {
  const tooShort = `At least ${SHORTEST_V3_PASSWORD} characters (RFC 3414)`;
  const problems: { -readonly [F in DraftField]?: string } = {};
  if (draft.authProtocol !== 'none' && draft.authPassword.length < SHORTEST_V3_PASSWORD)
    problems.authPassword = tooShort;
  if (draft.privProtocol !== 'none' && draft.authProtocol === 'none') {
    problems.privProtocol = 'Privacy needs authentication: choose one, or no privacy';
  } else if (draft.privProtocol !== 'none' && draft.privPassword.length < SHORTEST_V3_PASSWORD) {
    problems.privPassword = tooShort;
  }
  return problems;
}

export function draftProblems(draft: CredentialDraft): DraftProblems {
  const missing = required[draft.kind].filter((field) => draft[field].trim() === '');
  const empty = Object.fromEntries(missing.map((field) => [field, `Give ${names[field] ?? 'a value'}`]));
  return draft.kind === 'snmp-v3' ? { ...v3Problems(draft), ...empty } : empty;
}

function plainSecret(draft: CredentialDraft): CredentialSecret {
  switch (draft.kind) {
    case 'snmp-community':
      return { kind: draft.kind, version: draft.version, community: draft.community };
    case 'snmp-v3':
      return {
        kind: draft.kind,
        user: draft.user,
        ...(draft.authProtocol !== 'none' && { authProtocol: draft.authProtocol, authPassword: draft.authPassword }),
        ...(draft.privProtocol !== 'none' && { privProtocol: draft.privProtocol, privPassword: draft.privPassword }),
      };
    case 'ssh-password':
      return { kind: draft.kind, user: draft.user, password: draft.password };
    case 'ssh-key':
      return {
        kind: draft.kind,
        user: draft.user,
        privateKey: draft.privateKey,
        ...(draft.passphrase !== '' && { passphrase: draft.passphrase }),
      };
  }
}

/** The secret to send, checked as the engine will check it. Call it when draftProblems() is empty. */
export function draftSecret(draft: CredentialDraft): CredentialSecret {
  return credentialSecret.parse(plainSecret(draft));
}

/** A name for a credential that nobody named. */
export function draftName(draft: CredentialDraft): string {
  switch (draft.kind) {
    case 'snmp-community':
      return `SNMP v${draft.version}`;
    case 'snmp-v3':
      return `SNMP v3 ${draft.user}`;
    case 'ssh-password':
    case 'ssh-key':
      return `SSH ${draft.user}`;
  }
}
