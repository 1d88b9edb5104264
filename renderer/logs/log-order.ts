/** The order of the log, and lists of it joined. Pure. */
import type { LogEntry } from '../../shared/contract/log.ts';

const numberOf = ({ id }: LogEntry): number => Number(id.slice(1));

/** As the engine orders them: by time, of one moment events before states, the higher number first. */
export function compareEntries(a: LogEntry, b: LogEntry): number {
  if (a.atMs !== b.atMs) return b.atMs - a.atMs;
  if (a.id[0] !== b.id[0]) return a.id.startsWith('e') ? -1 : 1;
  return numberOf(b) - numberOf(a);
}

/** Both in one order: what is written later may tell of what was earlier. Older pages, as they mostly are, go to the end. */
export function withEntries(known: readonly LogEntry[], added: readonly LogEntry[]): readonly LogEntry[] {
  const [last, first] = [known.at(-1), added[0]];
  if (first === undefined) return known;
  if (last === undefined || compareEntries(last, first) < 0) return [...known, ...added];
  return [...known, ...added].sort(compareEntries);
}
