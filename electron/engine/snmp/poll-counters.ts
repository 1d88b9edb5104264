/** Counters of all interfaces, each row out of one PDU with sysUpTime, stamped when it came. */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import type { CounterPoll, CounterReading } from '../../../shared/model/reading.ts';
import type { Clock } from '../../host/host.ts';
import { decodeCounters } from './decode/counters.ts';
import { numberOf } from './decode/octets.ts';
import type { SnmpSession } from './session.ts';
import { IF_TABLE_COPY_SECONDS, waitForFreshCopy } from './wait-for-fresh-copy.ts';
import { COUNTERS_64, COUNTERS_REST, COUNTERS_32 } from './tables/counters.ts';
import type { WalkedTables } from './tables/table-spec.ts';
import { rowsOf } from './tables/table-spec.ts';

export interface CounterOptions {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Only these; all where not given. */
  readonly ifIndexes?: readonly number[] | undefined;
  /** An interface whose counters move, to see when the agent renews its copy of them: see wait-for-fresh-copy.ts. */
  readonly movingIfIndex?: number | undefined;
}

/** sysUpTime, snmpEngineBoots, snmpEngineTime, ifTableLastChange, ifNumber, and how old the agent's copy of ifTable may be. */
const SCALARS = [
  '1.3.6.1.2.1.1.3.0',
  '1.3.6.1.6.3.10.2.1.2.0',
  '1.3.6.1.6.3.10.2.1.3.0',
  '1.3.6.1.2.1.31.1.5.0',
  '1.3.6.1.2.1.2.1.0',
  IF_TABLE_COPY_SECONDS,
];

const walkCounters = async (session: SnmpSession, signal: AbortSignal): Promise<Outcome<WalkedTables>> => {
  const walked = await session.walk([COUNTERS_64, COUNTERS_REST], signal);
  if (walked.kind === 'failed') return walked;
  const has64 = rowsOf(walked.value, COUNTERS_64).some(({ cells }) => cells['hcInOctets'] !== null);
  if (has64) return walked;
  const old = await session.walk([COUNTERS_32], signal);
  if (old.kind === 'failed') return old;
  const value = new Map([...walked.value, ...old.value]);
  const problems: Problem[] = [walked, old].flatMap((one) => (one.kind === 'partial' ? [...one.problems] : []));
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};

export const pollCounters = async (
  session: SnmpSession,
  { signal, clock, ifIndexes, movingIfIndex }: CounterOptions,
): Promise<Outcome<CounterPoll>> => {
  const startedMs = clock.monotonic();
  const before = session.stats.requests;
  const first = await session.get(SCALARS, signal);
  if (first.kind === 'failed') return first;
  const copySeconds = numberOf(first.value.at(-1)?.value ?? null);
  const waitedFromMs = clock.monotonic();
  await waitForFreshCopy(session, {
    clock,
    signal,
    copySeconds,
    movingIfIndex: movingIfIndex ?? null,
  });
  const waitedMs = clock.monotonic() - waitedFromMs;
  // The uptime must be of the same moment as the counters, or a wait looks like a part of a restart.
  const got = waitedMs > 100 ? await session.get(SCALARS, signal) : first;
  if (got.kind === 'failed') return got;
  const [uptime, boots, engineTime, lastChange, count] = got.value.map((varbind) => numberOf(varbind.value));
  const atMs = clock.now();
  const walked = await walkCounters(session, signal);
  if (walked.kind === 'failed') return walked;
  const wanted = ifIndexes === undefined ? null : new Set(ifIndexes);
  const rows: readonly CounterReading[] = decodeCounters(walked.value).filter(
    (row) => wanted?.has(row.ifIndex) ?? true,
  );
  const value: CounterPoll = {
    atMs,
    rows,
    uptimeHundredths: uptime ?? null,
    engineBoots: boots ?? null,
    engineTimeS: engineTime ?? null,
    tableLastChange: lastChange ?? null,
    interfaceCount: count ?? null,
    stats: { requests: session.stats.requests - before, durationMs: clock.monotonic() - startedMs - waitedMs },
  };
  const problems: Problem[] = [got, walked].flatMap((one) => (one.kind === 'partial' ? [...one.problems] : []));
  return problems.length > 0 ? { kind: 'partial', value, problems } : ok(value);
};
