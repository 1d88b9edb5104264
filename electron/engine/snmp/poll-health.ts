/** The health of a device as it is polled, again and again: tables it has shown not to have are not asked for. */
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { HealthPoll } from '../../../shared/model/reading.ts';
import type { Clock } from '../../host/host.ts';
import { readHealth } from './read-health.ts';
import type { SnmpSession } from './session.ts';

export const pollHealth = async (
  session: SnmpSession,
  { signal, clock }: { readonly signal: AbortSignal; readonly clock: Clock },
): Promise<Outcome<HealthPoll>> => {
  const atMs = clock.now();
  const startedMs = clock.monotonic();
  const before = session.stats.requests;
  const read = await readHealth(session, signal, new Set(session.tuning().absentTables));
  if (read.kind === 'failed') return read;
  const { entities: _, ...health } = read.value;
  const stats = { requests: session.stats.requests - before, durationMs: clock.monotonic() - startedMs };
  return { ...read, value: { atMs, ...health, stats } };
};
