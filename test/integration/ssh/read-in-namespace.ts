/** Reads one device by a profile and writes the outcome as JSON: for networks that only another process stands in. */
import { fileURLToPath } from 'node:url';
import { loadProfiles } from '../../../electron/engine/ssh/load-profiles.ts';
import { runProfile } from '../../../electron/engine/ssh/run-profile.ts';
import { logInto } from './open-for-test.ts';
import { openSsh } from '../../../electron/engine/ssh/session.ts';

export interface ReadErrand {
  readonly address: string;
  readonly user: string;
  readonly password: string;
  readonly profile: string;
}

const errand = JSON.parse(process.argv[2] ?? '{}') as ReadErrand;
const { address, user, password } = errand;
const { profiles } = await loadProfiles(fileURLToPath(new URL('../../../resources/profiles/ssh', import.meta.url)));
const profile = profiles.get(errand.profile);
if (profile === undefined) throw new Error(`no profile ${errand.profile}`);
const { signal } = new AbortController();
const opening = await openSsh({
  host: address,
  port: 22,
  address,
  credential: { kind: 'ssh-password', user, password },
  trusted: null,
  deadlineMs: 15_000,
  signal,
  log: logInto([]),
});
if (opening.kind === 'failed') throw new Error(opening.problem.message);
const outcome = await runProfile({ session: opening.value, profile, password, deadlineMs: 20_000, signal });
opening.value.close();
process.stdout.write(JSON.stringify(outcome));
