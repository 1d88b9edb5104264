/**
 * What time it is on each SNMPv3 engine: kept for the whole process, so that a new session with a known engine spends no round trip on
 * learning it again (RFC 3414 section 2.3).
 */
export interface EngineClock {
  readonly boots: number;
  readonly timeS: number;
  /** Our monotonic time when it was so. */
  readonly atMs: number;
}

const MOST_ENGINES = 20_000;
const clocks = new Map<string, EngineClock>();

export const engineClock = (engineId: string): EngineClock | null => clocks.get(engineId) ?? null;

export const rememberEngineClock = (engineId: string, clock: EngineClock): void => {
  clocks.delete(engineId);
  clocks.set(engineId, clock);
  const [oldest] = clocks.keys();
  if (clocks.size > MOST_ENGINES && oldest !== undefined) clocks.delete(oldest);
};
