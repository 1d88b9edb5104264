/**
 * Opens an SNMP session with what a device answered to last (else tries the credentials in order), runs one job on it, and
 * writes down how it went: whether the agent answers, what was tuned, what mends it.
 */
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import { identify } from '../snmp/identify.ts';
import { openSnmp, type SnmpSession } from '../snmp/session.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { OpenCredential, SnmpTuning } from '../targets.ts';
import { outdateLatest } from './outdate-latest.ts';
import type { PollDeps } from './poll-deps.ts';
import type { PollOutcome } from './poll-job.ts';
import { DeadlinePassed } from './run-with-deadline.ts';

/** A refusal is an answer of sorts: the agent lives, the credential does not fit. */
const REFUSALS: ReadonlySet<Problem['code']> = new Set([
  'unknown-user',
  'wrong-auth',
  'wrong-priv',
  'unsupported-level',
  'refused-by-agent',
]);

export async function askDevice<T>(
  deps: PollDeps,
  deviceId: number,
  signal: AbortSignal,
  job: (session: SnmpSession) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const row = deps.network.devices.get(deviceId);
  if (row === undefined) return failure('cancelled', 'The device was removed.');
  if (deps.credentials.toTry('snmp', row.id).length === 0) return notAsked(deps, row);
  const session = await openKnown(deps, row, signal);
  if (session.kind === 'failed') {
    noteFailure(deps, row, session.problem, signal);
    return session;
  }
  try {
    const outcome = await job(session.value);
    if (outcome.kind === 'failed') noteFailure(deps, row, outcome.problem, signal);
    else noteAnswer(deps, row.id, session.value.tuning(), outcome.kind === 'partial' ? outcome.problems[0] : undefined);
    return outcome;
  } finally {
    deps.traffic.requests += session.value.stats.requests;
    deps.traffic.timeouts += session.value.stats.timeouts;
    session.value.close();
  }
}

/** What the scheduler should make of it: a refusal stops the job after a few tries, silence backs it off. */
export function jobResult(outcome: Outcome<unknown>, signal: AbortSignal): PollOutcome {
  if (outcome.kind !== 'failed') return outcome.kind;
  if (outcome.problem.code === 'cancelled') return signal.reason instanceof DeadlinePassed ? 'failed' : 'deferred';
  return REFUSALS.has(outcome.problem.code) ? 'refused' : 'failed';
}

const failure = (code: Problem['code'], message: string): Outcome<never> => ({
  kind: 'failed',
  problem: { code, message },
});

async function openKnown(deps: PollDeps, row: DeviceRow, signal: AbortSignal): Promise<Outcome<SnmpSession>> {
  const candidates = deps.credentials.toTry('snmp', row.id);
  const known = deps.credentials.usedBy(row.id, 'snmp')?.credentialId;
  const [first] = candidates;
  if (first === undefined) return notAsked(deps, row);
  if (first.id === known) return open(deps, row, first);
  return firstThatAnswers(deps, row, candidates, signal);
}

/** Without any credential the device is watched by ping alone, which is a choice and not a fault. */
function notAsked(deps: PollDeps, row: DeviceRow): Outcome<never> {
  deps.network.setState('snmp', row.id, 'unused', null, deps.clock.now());
  deps.network.setRuntime(row.id, { problem: null });
  return failure('cancelled', `There is no SNMP credential for ${row.address}. Add one under Settings, Credentials.`);
}

function open(deps: PollDeps, row: DeviceRow, credential: OpenCredential): Outcome<SnmpSession> {
  const { secret } = credential;
  if (secret.kind !== 'snmp-community' && secret.kind !== 'snmp-v3')
    return failure('internal', 'Not an SNMP credential.');
  const target = deps.reach.snmp(row.address, row.snmpPort, secret);
  if (target.kind === 'failed') return target;
  const tuning = row.tuning === null ? null : (JSON.parse(row.tuning) as SnmpTuning);
  const session = openSnmp(target.value, { clock: deps.clock, tuning, limiter: deps.limiter });
  return { kind: 'ok', value: session };
}

async function firstThatAnswers(
  deps: PollDeps,
  row: DeviceRow,
  candidates: readonly OpenCredential[],
  signal: AbortSignal,
): Promise<Outcome<SnmpSession>> {
  let last: Outcome<SnmpSession> = failure('silent', `${row.address} did not answer.`);
  for (const credential of candidates) {
    // A discovery may have found the right one in the meantime: no other is sent to the device then.
    const known = foundMeanwhile(deps, row, candidates);
    const session = open(deps, row, known ?? credential);
    if (session.kind === 'failed' || known !== null) return session;
    const answer = await identify(session.value, signal);
    if (answer.kind !== 'failed') {
      if (foundMeanwhile(deps, row, candidates) === null) deps.credentials.remember(row.id, credential);
      return session;
    }
    session.value.close();
    last = answer;
  }
  return last;
}

function foundMeanwhile(deps: PollDeps, row: DeviceRow, candidates: readonly OpenCredential[]): OpenCredential | null {
  const known = deps.credentials.usedBy(row.id, 'snmp')?.credentialId;
  return candidates.find((credential) => credential.id === known) ?? null;
}

function noteFailure(deps: PollDeps, row: DeviceRow, problem: Problem, signal: AbortSignal): void {
  // Cut short by a suspension, a removal or the engine's end: that says nothing of the device.
  if (problem.code === 'cancelled' && !(signal.reason instanceof DeadlinePassed)) return;
  const state = REFUSALS.has(problem.code) ? 'refused' : 'silent';
  const atMs = deps.clock.now();
  deps.network.setState('snmp', row.id, state, problem.message, atMs);
  outdateLatest(deps.network, row.id);
  deps.findings.snmp(row.id, state, atMs);
  deps.network.setRuntime(row.id, { problem: problem.message });
  deps.findings.changed();
}

function noteAnswer(deps: PollDeps, deviceId: number, tuning: SnmpTuning, problem: Problem | undefined): void {
  const row = deps.network.devices.get(deviceId);
  if (row === undefined) return;
  const atMs = deps.clock.now();
  deps.network.setState('snmp', deviceId, 'answers', null, atMs);
  deps.findings.snmp(deviceId, 'answers', atMs);
  deps.network.setRuntime(deviceId, { problem: problem?.message ?? null });
  const isDue = atMs - (row.lastAnswerAtMs ?? -Infinity) >= KEEP_EVERY_MS;
  if (isDue || learnt(row.tuning, tuning))
    deps.network.putDevices([{ ...row, lastAnswerAtMs: atMs, tuning: JSON.stringify(tuning) }]);
}

/** Jobs of a device come in pairs, and its round trip is another one each time: neither is worth a row in the file. */
const KEEP_EVERY_MS = 30_000;

function learnt(kept: string | null, { smoothedRttMs: _moves, ...now }: SnmpTuning): boolean {
  if (kept === null) return true;
  const { smoothedRttMs: _moved, ...before } = JSON.parse(kept) as SnmpTuning;
  return JSON.stringify(before) !== JSON.stringify(now);
}
