/** Logs in over SSH by the device's profile: facts, and its running configuration as a revision when it really differs. */
import type { RevisionWhy } from '../../../shared/contract/devices.ts';
import { failed, type Outcome, type Problem } from '../../../shared/model/outcome.ts';
import { chooseProfile } from '../ssh/choose-profile.ts';
import type { SshProfile } from '../ssh/profile.ts';
import { runProfile, type ProfileReading } from '../ssh/run-profile.ts';
import { openSsh } from '../ssh/session.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { OpenCredential, SshCredential } from '../targets.ts';
import type { PollOutcome } from './poll-job.ts';
import { noteGoodKey, noteOfferedKey } from '../network/host-keys.ts';
import { keepRevision } from './keep-revision.ts';
import type { PollDeps } from './poll-deps.ts';

const DEADLINE_MS = 60_000;

export async function pollConfigJob(
  deps: PollDeps,
  deviceId: number,
  { signal, why }: { readonly signal: AbortSignal; readonly why: RevisionWhy },
): Promise<PollOutcome> {
  const row = deps.network.devices.get(deviceId);
  const candidates = deps.credentials.toTry('ssh', deviceId);
  if (row === undefined || candidates.length === 0) {
    if (row !== undefined) deps.network.setState('ssh', deviceId, 'unused', null, deps.clock.now());
    return 'deferred';
  }
  let problem: Problem | null = null;
  for (const credential of candidates) {
    const outcome = await login(deps, row, credential, signal);
    if (deps.network.devices.get(deviceId) === undefined) return 'deferred';
    if (outcome.kind !== 'failed') {
      await keep(deps, row, { credential, why }, outcome.value);
      return outcome.kind;
    }
    problem = outcome.problem;
    if (problem.code !== 'wrong-auth') break;
  }
  // Only when every credential was tried: a refusal of the first is no state of the device.
  return problem === null ? 'deferred' : noteFailure(deps, row, problem);
}

async function login(
  deps: PollDeps,
  row: DeviceRow,
  credential: OpenCredential,
  signal: AbortSignal,
): Promise<Outcome<ProfileReading>> {
  const secret = credential.secret as SshCredential;
  const target = deps.reach.ssh(row.address, row.sshPort);
  if (target.kind === 'failed') return target;
  const known = deps.network.hostKeys.get(row.id);
  const opened = await openSsh({
    ...target.value,
    address: row.address,
    credential: secret,
    trusted: known?.trusted ?? null,
    deadlineMs: DEADLINE_MS,
    signal,
    log: deps.log,
  });
  if (opened.kind === 'failed') {
    if (opened.problem.code === 'host-key-changed') noteOfferedKey(deps, row.id, opened.problem, opened.offered);
    return opened;
  }
  try {
    if (deps.network.devices.get(row.id) === undefined) return failed('cancelled', 'The device was removed.');
    noteGoodKey(deps, row.id, opened.value.fingerprint);
    const profile = profileFor(deps, row, opened.value.banner, secret.profile ?? null);
    if (profile === null) return failed('unsupported', noProfile(row.address));
    const password = secret.kind === 'ssh-password' ? secret.password : null;
    return await runProfile({ session: opened.value, profile, password, deadlineMs: DEADLINE_MS, signal });
  } finally {
    opened.value.close();
  }
}

function profileFor(deps: PollDeps, row: DeviceRow, banner: string, given: string | null): SshProfile | null {
  const { sysDescr, sysObjectId } = row;
  const name = chooseProfile(deps.profiles, { sysDescr, sysObjectId, banner, given });
  return name === null ? null : (deps.profiles.get(name) ?? null);
}

const noProfile = (address: string): string =>
  `Logged in to ${address}, but no SSH profile fits it. Choose one in the credential under Settings, Credentials.`;

function noteFailure(deps: PollDeps, row: DeviceRow, problem: Problem): PollOutcome {
  if (problem.code === 'cancelled') return 'deferred';
  const refused = problem.code === 'wrong-auth' || problem.code === 'host-key-changed';
  deps.network.setState('ssh', row.id, refused ? 'refused' : 'silent', problem.message, deps.clock.now());
  return refused ? 'refused' : 'failed';
}

async function keep(
  deps: PollDeps,
  row: DeviceRow,
  { credential, why }: { readonly credential: OpenCredential; readonly why: RevisionWhy },
  result: ProfileReading,
): Promise<void> {
  const atMs = deps.clock.now();
  deps.credentials.remember(row.id, credential);
  deps.network.setState('ssh', row.id, 'answers', null, atMs);
  const before = deps.network.facts.get(row.id);
  const facts = before?.facts ?? { processors: [], memory: [], storage: [], sensors: [], ssh: {} };
  deps.network.facts.put([
    { id: row.id, atMs, facts: { ...facts, ssh: { ...result.facts, profile: result.profile } } },
  ]);
  const profile = deps.profiles.get(result.profile);
  if (result.config === null || profile === undefined) return;
  await keepRevision(deps, row.id, { profile, text: result.config, atMs, why, credential: credential.name });
}
