/**
 * Waits until an agent has just renewed its copy of the interface counters.
 *
 * net-snmp answers ifTable from a copy that it renews by its own clock, every 3 s (nsCacheTimeout, NET-SNMP-AGENT-MIB; seen on
 * Debian 12's 5.9.3: always, whether it is asked or not). A rate over 60 s is then wrong by up to 5 %, and over 5 s by up to
 * 60 %, and nothing in the answer says so. So the poll watches one counter that moves (our own requests move that of the
 * management port), and reads the table right after it jumped. Agents that do not name such a copy are not waited for.
 */
import type { Clock } from '../../host/host.ts';
import type { SnmpSession } from './session.ts';

/** nsCacheTimeout of ifTable, in seconds: the index is the OID of the copied table. */
export const IF_TABLE_COPY_SECONDS = '1.3.6.1.4.1.8072.1.5.3.1.2.1.3.6.1.2.1.2.2';

const LOOK_EVERY_MS = 150;
const LONGEST_COPY_S = 15;
const MARGIN_MS = 300;
const HC_IN_OCTETS = '1.3.6.1.2.1.31.1.1.1.6';

export interface FreshCopyOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** As the agent gave it; null where it has no such object. */
  readonly copySeconds: number | null;
  /** An interface whose counters move; null where none is known yet. */
  readonly movingIfIndex: number | null;
}

/** Resolves when the copy is fresh, or when it should have been by now, or at once where there is none. */
export async function waitForFreshCopy(session: SnmpSession, options: FreshCopyOptions): Promise<void> {
  const { clock, signal, copySeconds, movingIfIndex } = options;
  if (copySeconds === null || copySeconds <= 0 || copySeconds > LONGEST_COPY_S || movingIfIndex === null) return;
  const oid = `${HC_IN_OCTETS}.${movingIfIndex}`;
  const untilMs = clock.monotonic() + copySeconds * 1000 + MARGIN_MS;
  const first = await look(session, oid, signal);
  if (first === null) return;
  while (clock.monotonic() < untilMs && !signal.aborted) {
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
    if ((await look(session, oid, signal)) !== first) return;
  }
}

async function look(session: SnmpSession, oid: string, signal: AbortSignal): Promise<string | null> {
  const got = await session.get([oid], signal);
  const value = got.kind === 'failed' ? null : (got.value[0]?.value ?? null);
  return value === null ? null : String(value);
}
