/** Logs in over SSH by the device's profile: facts, and its running configuration as a revision when it really differs. */
import { createHash } from 'node:crypto';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import { stableText } from '../ssh/config-text.ts';
import { chooseProfile } from '../ssh/choose-profile.ts';
import { loadProfiles } from '../ssh/load-profiles.ts';
import { runProfile, type ProfileResult } from '../ssh/run-profile.ts';
import { openSsh } from '../ssh/session.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { OpenCredential, SshCredential } from '../targets.ts';
import type { JobResult } from './ask-device.ts';
import type { PollDeps } from './poll-deps.ts';

const DEADLINE_MS = 60_000;

export async function pollConfigJob(deps: PollDeps, deviceId: number, signal: AbortSignal): Promise<JobResult> {
  const row = deps.network.devices.get(deviceId);
  const candidates = deps.credentials.toTry('ssh', deviceId);
  if (row === undefined || candidates.length === 0) {
    if (row !== undefined) deps.network.setState('ssh', deviceId, 'unused', null, deps.clock.now());
    return 'deferred';
  }
  for (const credential of candidates) {
    const outcome = await login(deps, row, credential, signal);
    if (outcome.kind !== 'failed') {
      await keep(deps, row, credential, outcome.value);
      return outcome.kind;
    }
    if (outcome.problem.code !== 'wrong-auth') return noteFailure(deps, row, outcome.problem);
    noteFailure(deps, row, outcome.problem);
  }
  return 'failed';
}

async function login(
  deps: PollDeps,
  row: DeviceRow,
  credential: OpenCredential,
  signal: AbortSignal,
): Promise<Outcome<ProfileResult>> {
  const secret = credential.secret as SshCredential;
  const target = deps.reach.ssh(row.address, 22);
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
    if (opened.problem.code === 'host-key-changed') noteHostKey(deps, row, opened.problem, opened.offered);
    return opened;
  }
  try {
    trustFirst(deps, row.id, opened.value.fingerprint);
    const profiles = await loadProfiles();
    const name = chooseProfile({
      sysDescr: row.sysDescr,
      sysObjectId: row.sysObjectId,
      banner: null,
      given: secret.profile ?? null,
    });
    const profile = profiles.get(name);
    if (profile === undefined)
      return { kind: 'failed', problem: { code: 'internal', message: `There is no SSH profile ${name}.` } };
    return await runProfile({ session: opened.value, profile, signal });
  } finally {
    opened.value.close();
  }
}

function trustFirst(deps: PollDeps, deviceId: number, fingerprint: string): void {
  if (deps.network.hostKeys.get(deviceId)?.trusted === fingerprint) return;
  const atMs = deps.clock.now();
  deps.network.hostKeys.put([{ id: deviceId, trusted: fingerprint, firstSeenAtMs: atMs, offered: null }]);
  deps.network.addEvent({
    kind: 'host-key.trusted',
    deviceId,
    text: `SSH host key trusted on first use: ${fingerprint}`,
    atMs,
  });
}

/** The key that is offered now is remembered, so that a person can compare and trust exactly that one. */
function noteHostKey(deps: PollDeps, row: DeviceRow, problem: Problem, offered: string | null): void {
  const known = deps.network.hostKeys.get(row.id);
  if (known === undefined || offered === null || known.offered === offered) return;
  const atMs = deps.clock.now();
  deps.network.hostKeys.put([{ ...known, offered }]);
  deps.network.addEvent({ kind: 'host-key.changed', deviceId: row.id, text: problem.message, atMs });
  deps.findings.hostKeyChanged(row.id, atMs, problem.message);
}

function noteFailure(deps: PollDeps, row: DeviceRow, problem: Problem): JobResult {
  const refused = problem.code === 'wrong-auth' || problem.code === 'host-key-changed';
  deps.network.setState('ssh', row.id, refused ? 'refused' : 'silent', problem.message, deps.clock.now());
  return problem.code === 'cancelled' ? 'deferred' : 'failed';
}

async function keep(deps: PollDeps, row: DeviceRow, credential: OpenCredential, result: ProfileResult): Promise<void> {
  const atMs = deps.clock.now();
  deps.credentials.remember(row.id, credential);
  deps.network.setState('ssh', row.id, 'answers', null, atMs);
  const before = deps.network.facts.get(row.id);
  const facts = before?.facts ?? { processors: [], memory: [], storage: [], sensors: [], ssh: {} };
  deps.network.facts.put([
    { id: row.id, atMs, facts: { ...facts, ssh: { ...result.facts, profile: result.profile } } },
  ]);
  if (result.config !== null) await keepRevision(deps, row.id, result.profile, result.config, atMs);
}

async function keepRevision(
  deps: PollDeps,
  deviceId: number,
  profileName: string,
  text: string,
  atMs: number,
): Promise<void> {
  const profile = (await loadProfiles()).get(profileName);
  if (profile === undefined) return;
  const stableHash = createHash('sha256').update(stableText(text, profile)).digest('hex');
  const [newest] = await deps.network.store.readRevisions(deviceId);
  if (newest?.stableHash === stableHash) return;
  const id = deps.network.store.nextId('revisions');
  deps.network.store.put('revisions', [{ id, deviceId, atMs, stableHash, text }]);
  const what = newest === undefined ? 'First configuration kept' : 'Configuration changed';
  deps.network.addEvent({ kind: 'config.saved', deviceId, text: what, atMs });
}
