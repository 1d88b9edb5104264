/** Asks one address who it is: echo, then each credential in order, then everything a device says of itself. */
import { failed, type Outcome, type Problem } from '../../../shared/model/outcome.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Clock, EchoResult, Pinger } from '../../host/host.ts';
import type { Reach } from '../network/reach.ts';
import { identify } from '../snmp/identify.ts';
import { readDevice, type ReadStep } from '../snmp/read-device.ts';
import { openSnmp, type RequestLimiter } from '../snmp/session.ts';
import type { OpenCredential, SnmpTarget, SnmpTuning } from '../targets.ts';

export interface InterrogateDeps {
  readonly clock: Clock;
  readonly pinger: Pinger;
  readonly reach: Reach;
  readonly limiter: RequestLimiter;
}

export type Step = 'ping' | ReadStep;

export interface Interrogation {
  readonly echo: EchoResult | null;
  readonly credential: OpenCredential | null;
  readonly reading: DeviceReading | null;
  readonly tuning: SnmpTuning | null;
  /** Why there is no reading, or what is missing in it; null when all is well. */
  readonly problem: Problem | null;
}

/** `credentials` are tried in order; the first that the device answers to wins. */
export async function interrogate(
  deps: InterrogateDeps,
  target: { address: string; port: number; credentials: readonly OpenCredential[] },
  options: { signal: AbortSignal; onStep: (step: Step) => void },
): Promise<Interrogation> {
  const { signal, onStep } = options;
  onStep('ping');
  const pinging = deps.pinger.ping([target.address], { count: 1, withinMs: 1000, signal });
  if (target.credentials.length > 0) onStep('identify');
  // Not one after the other: a filter that eats echoes must not hold up the question that counts.
  const [[echo = null], found] = await Promise.all([pinging, findCredential(deps, target, signal)]);
  const nothing: Interrogation = { echo, credential: null, reading: null, tuning: null, problem: null };
  if (target.credentials.length === 0) return { ...nothing, problem: silentEcho(target.address, echo) };
  if (found.kind === 'failed') return { ...nothing, problem: found.problem };
  if (found.kind === 'partial') return nothing;
  return readWith(deps, found.value, nothing, options);
}

function silentEcho(address: string, echo: EchoResult | null): Problem | null {
  if (echo !== null && echo.received > 0) return null;
  return {
    code: 'silent',
    message: `${address} did not answer ping within 1 s. Check the address, the route to it and filters on the way.`,
  };
}

interface Found {
  readonly credential: OpenCredential;
  readonly target: SnmpTarget;
}

/** The failure that tells most is kept: a clear refusal says more than silence. */
async function findCredential(
  deps: InterrogateDeps,
  target: { address: string; port: number; credentials: readonly OpenCredential[] },
  signal: AbortSignal,
): Promise<Outcome<Found>> {
  const startedAtMs = deps.clock.monotonic();
  const problems: Problem[] = [];
  for (const credential of target.credentials) {
    if (signal.aborted) return failed('cancelled', `Asking ${target.address} was cancelled.`);
    const tried = await tryCredential(deps, target, credential, signal);
    if (tried.kind !== 'failed') return tried;
    problems.push(tried.problem);
    if (['port-closed', 'host-unreachable', 'bad-target'].includes(tried.problem.code)) break;
  }
  const [first] = [...problems].sort((a, b) => Number(a.code === 'silent') - Number(b.code === 'silent'));
  if (first === undefined) return failed('internal', `No credential was tried on ${target.address}.`);
  if (problems.length === 1) return { kind: 'failed', problem: first };
  const seconds = ((deps.clock.monotonic() - startedAtMs) / 1000).toFixed(1);
  return failed(first.code, `${first.message} (${problems.length} credentials tried in ${seconds} s.)`);
}

async function tryCredential(
  deps: InterrogateDeps,
  target: { address: string; port: number },
  credential: OpenCredential,
  signal: AbortSignal,
): Promise<Outcome<Found>> {
  const { secret } = credential;
  if (secret.kind !== 'snmp-community' && secret.kind !== 'snmp-v3')
    return failed('internal', 'Not an SNMP credential.');
  const reached = deps.reach.snmp(target.address, target.port, secret);
  if (reached.kind === 'failed') return reached;
  const session = openSnmp(reached.value, { clock: deps.clock, limiter: deps.limiter });
  try {
    const answer = await identify(session, signal);
    return answer.kind === 'failed' ? answer : { kind: 'ok', value: { credential, target: reached.value } };
  } finally {
    session.close();
  }
}

async function readWith(
  deps: InterrogateDeps,
  found: Found,
  nothing: Interrogation,
  options: { signal: AbortSignal; onStep: (step: Step) => void },
): Promise<Interrogation> {
  const session = openSnmp(found.target, { clock: deps.clock, limiter: deps.limiter });
  try {
    const read = await readDevice(session, {
      signal: options.signal,
      clock: deps.clock,
      onStep: options.onStep,
    });
    if (read.kind === 'failed') return { ...nothing, credential: found.credential, problem: read.problem };
    const problem = read.kind === 'partial' ? (read.problems[0] ?? null) : null;
    return { ...nothing, credential: found.credential, reading: read.value, tuning: session.tuning(), problem };
  } finally {
    session.close();
  }
}
