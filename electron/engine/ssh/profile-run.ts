import type { SshProfile } from './profile.ts';
import type { SshSession } from './session.ts';

export interface ProfileRun {
  readonly session: SshSession;
  readonly profile: SshProfile;
  /** The login's password, for `enable`; null with a key. */
  readonly password: string | null;
  /** For all commands together. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}
