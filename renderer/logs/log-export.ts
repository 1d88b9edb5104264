/** All entries that a question means, as a file: page by page, because the list shows only those that were scrolled to. */
import type { LogEntry, LogPage } from '../../shared/contract/log.ts';
import { toCsv } from '../../shared/units/csv.ts';
import { eventWords } from '../devices/event-words.ts';
import type { LogDevice } from './log-query.ts';
import { END_MS, type LogQuestion, type LogQuestionAsked } from './log-reading.ts';

const PAGE = 2000;
/** What a spreadsheet still opens. */
export const MOST_LINES = 200_000;

export interface ReadAll {
  readonly entries: readonly LogEntry[];
  /** More would have been there. */
  readonly cut: boolean;
}

export async function readWholeLog(
  { toMs, ...question }: LogQuestion,
  ask: (query: LogQuestionAsked) => Promise<LogPage>,
  onCount: (count: number) => void,
): Promise<ReadAll> {
  const entries: LogEntry[] = [];
  const range = { ...question, toMs: toMs ?? END_MS, limit: PAGE };
  for (let before: LogPage['next'] | undefined; before !== null && entries.length < MOST_LINES;) {
    // oxlint-disable-next-line no-await-in-loop -- each answer says where the next one begins
    const page = await ask(before === undefined ? range : { ...range, before });
    entries.push(...page.entries);
    onCount(entries.length);
    before = page.next;
    if (before === null) return { entries, cut: false };
  }
  return { entries, cut: true };
}

/** Times in UTC, because the reader may sit elsewhere. */
export function logAsCsv(
  entries: readonly LogEntry[],
  deviceOf: (id: number) => Pick<LogDevice, 'name' | 'site'> | undefined,
): string {
  const line = ({ atMs, kind, deviceId, text }: LogEntry) => {
    const device = deviceId === null ? undefined : deviceOf(deviceId);
    return [new Date(atMs).toISOString(), kind, eventWords(kind), device?.name, device?.site, text];
  };
  return toCsv([['at_utc', 'kind', 'what', 'device', 'site', 'text'], ...entries.map(line)]);
}
