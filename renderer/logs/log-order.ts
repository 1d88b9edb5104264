/** The order of the log, and what is new in a page that was read again from its top. Pure. */
import type { LogEntry } from '../../shared/contract/log.ts';

const numberOf = ({ id }: LogEntry): number => Number(id.slice(1));

/** As the engine orders them: by time, of one moment events before states, the higher number first. */
export function compareEntries(a: LogEntry, b: LogEntry): number {
  if (a.atMs !== b.atMs) return b.atMs - a.atMs;
  if (a.id[0] !== b.id[0]) return a.id.startsWith('e') ? -1 : 1;
  return numberOf(b) - numberOf(a);
}

/** What the page holds that the list does not, newest first. */
export function newEntries(known: readonly LogEntry[], page: readonly LogEntry[]): readonly LogEntry[] {
  const ids = new Set(known.map(({ id }) => id));
  return page.filter(({ id }) => !ids.has(id));
}

/** Both in one order: what is written later may tell of what was earlier. */
export function withEntries(known: readonly LogEntry[], added: readonly LogEntry[]): readonly LogEntry[] {
  if (added.length === 0) return known;
  return [...known, ...added].sort(compareEntries);
}
