/** Tries one credential against one address on the spot, for the settings page: stores nothing. */
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { Host } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import { STANDARD_SSH_PORT } from '../network/new-device-row.ts';
import type { Reach } from '../network/reach.ts';
import { identify } from '../snmp/identify.ts';
import { openSnmp, type RequestLimiter } from '../snmp/session.ts';
import { openSsh } from '../ssh/session.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { OpenCredential, SnmpCredential, SshCredential } from '../targets.ts';

export interface TestDeps {
  readonly host: Host;
  readonly reach: Reach;
  readonly limiter: RequestLimiter;
  readonly network: Network;
}

export interface TestResult {
  readonly ok: boolean;
  readonly message: string;
  readonly durationMs: number;
}

const DEADLINE_MS = 15_000;

export async function testCredential(
  deps: TestDeps,
  credential: OpenCredential,
  address: string,
  port: number | undefined,
): Promise<TestResult> {
  const startedAtMs = deps.host.clock.monotonic();
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const { secret } = credential;
  const answer =
    secret.kind === 'snmp-community' || secret.kind === 'snmp-v3'
      ? await trySnmp(deps, secret, address, port ?? 161, signal)
      : await trySsh(deps, secret, address, port, signal);
  const durationMs = deps.host.clock.monotonic() - startedAtMs;
  if (answer.kind === 'failed') return { ok: false, message: answer.problem.message, durationMs };
  return { ok: true, message: answer.value, durationMs };
}

async function trySnmp(
  deps: TestDeps,
  secret: SnmpCredential,
  address: string,
  port: number,
  signal: AbortSignal,
): Promise<Outcome<string>> {
  const target = deps.reach.snmp(address, port, secret);
  if (target.kind === 'failed') return target;
  const session = openSnmp(target.value, { clock: deps.host.clock, limiter: deps.limiter });
  try {
    const answer = await identify(session, signal);
    if (answer.kind === 'failed') return answer;
    const { sysName, sysDescr } = answer.value.identity;
    return { kind: 'ok', value: `${sysName ?? address} answers: ${sysDescr ?? 'no description'}` };
  } finally {
    session.close();
  }
}

/** Keys are kept for the port that is polled; where the address has one, a test sends nothing to another key either. */
function trustedKeyOf({ network }: TestDeps, row: DeviceRow | undefined, port: number): string | null {
  return row?.sshPort === port ? (network.hostKeys.get(row.id)?.trusted ?? null) : null;
}

/** A test trusts no new host key: the credential is tried, and what key was offered is said. */
async function trySsh(
  deps: TestDeps,
  secret: SshCredential,
  address: string,
  asked: number | undefined,
  signal: AbortSignal,
): Promise<Outcome<string>> {
  const row = [...deps.network.devices.all()].find((known) => known.address === address);
  const port = asked ?? row?.sshPort ?? STANDARD_SSH_PORT;
  const target = deps.reach.ssh(address, port);
  if (target.kind === 'failed') return target;
  const opened = await openSsh({
    ...target.value,
    address,
    credential: secret,
    trusted: trustedKeyOf(deps, row, port),
    deadlineMs: DEADLINE_MS,
    signal,
    log: deps.host.log,
  });
  if (opened.kind === 'failed') return opened;
  const { fingerprint } = opened.value;
  opened.value.close();
  return { kind: 'ok', value: `Logged in. The host key is ${fingerprint}.` };
}
