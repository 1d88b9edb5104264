import type { Outcome } from '../../../shared/model/outcome.ts';
import { failed } from '../../../shared/model/outcome.ts';
import { chooseProfile } from './choose-profile.ts';
import type { ProfileHints } from './choose-profile.ts';
import type { SshProfile } from './profile.ts';
import { runProfile } from './run-profile.ts';
import type { ProfileReading } from './run-profile.ts';
import { openSsh } from './session.ts';
import type { SshOptions, SshSession } from './session.ts';

export interface DeviceReadOptions extends SshOptions {
  readonly profiles: ReadonlyMap<string, SshProfile>;
  /** What SNMP told; the credential's `profile` beats it, and the SSH banner comes last. */
  readonly hints: Pick<ProfileHints, 'sysDescr' | 'sysObjectId'>;
}

export interface DeviceRead {
  readonly outcome: Outcome<ProfileReading>;
  /** Of the key the device showed, also when it was refused; null if it came to none. */
  readonly fingerprint: string | null;
}

const run = (session: SshSession, options: DeviceReadOptions, deadlineMs: number): Promise<Outcome<ProfileReading>> => {
  const { credential, profiles, hints, signal } = options;
  const given = credential.profile ?? null;
  const profile = profiles.get(chooseProfile(profiles, { ...hints, banner: session.banner, given }) ?? '');
  if (profile === undefined) {
    const why = given === null ? 'nothing tells which kind of device this is' : `there is no profile ${given}`;
    const words = `SSH to ${session.target} works, but ${why}: choose one of ${[...profiles.keys()].join(', ')} in the credential.`;
    return Promise.resolve(failed('unsupported', words));
  }
  const password = credential.kind === 'ssh-password' ? credential.password : null;
  return runProfile({ session, profile, password, deadlineMs, signal });
};

/** Opens a session, chooses the profile, runs it and closes the session. `deadlineMs` is for all of it. Never throws. */
export const readDevice = async (options: DeviceReadOptions): Promise<DeviceRead> => {
  const startedAt = performance.now();
  const opening = await openSsh(options);
  if (opening.kind === 'failed') {
    return { outcome: { kind: 'failed', problem: opening.problem }, fingerprint: opening.offered };
  }
  const session = opening.value;
  const leftMs = Math.max(1, options.deadlineMs - (performance.now() - startedAt));
  const outcome = await run(session, options, Math.round(leftMs));
  session.close();
  return { outcome, fingerprint: session.fingerprint };
};
