/** With whose name and secret a terminal logs in. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { TerminalLogin } from '../../../shared/contract/terminals.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import type { OpenCredential, SshCredential } from '../targets.ts';

export interface ChosenLogin {
  readonly secret: SshCredential;
  /** For people and for the log: "ops" or "user anna". Never a secret. */
  readonly words: string;
  /** Null for one that was typed. */
  readonly stored: OpenCredential | null;
  /** Under which name it is to be kept once it has worked; null: nowhere. */
  readonly keepAs: string | null;
}

const isSsh = (credential: OpenCredential): credential is OpenCredential & { readonly secret: SshCredential } =>
  credential.secret.kind.startsWith('ssh-');

function storedLogin(credential: OpenCredential | null): ChosenLogin {
  if (credential === null || !isSsh(credential)) {
    throw new CallError('not-found', 'This credential cannot be used for SSH here.', {
      hint: 'Enter its secret again under Settings, Credentials, or choose another one.',
    });
  }
  return { secret: credential.secret, words: `“${credential.name}”`, stored: credential, keepAs: null };
}

/** Null when nobody said which, and the device has not answered to any: none is tried on the off chance. */
export function chooseLogin(
  credentials: CredentialBook,
  deviceId: number,
  asked: TerminalLogin | undefined,
): ChosenLogin | null {
  if (asked?.kind === 'typed') {
    const { secret, keepAs = null } = asked;
    return { secret, words: `user ${secret.user}`, stored: null, keepAs };
  }
  if (asked?.kind === 'stored') return storedLogin(credentials.get(asked.credentialId));
  const known = credentials.usedBy(deviceId, 'ssh');
  const credential = known === undefined ? null : credentials.get(known.credentialId);
  return credential === null ? null : storedLogin(credential);
}
