/** The newest configurations of all devices: the list, and the search, a slice at a time. */
import type { ConfigMatch, ConfigSummary } from '../../../../shared/contract/configurations.ts';
import type { Connection } from '../connection.ts';
import { findLines } from './find-lines.ts';

/** One max() makes SQLite take the other columns from the row that has it. Read from the index alone. */
export const NEWEST_CONFIGS = `
  SELECT device_id AS deviceId, id AS revisionId, max(at_ms) AS atMs, count(*) AS revisions, profile, why, credential,
    lines_added AS linesAdded, lines_removed AS linesRemoved
  FROM revisions WHERE device_id > ? GROUP BY device_id ORDER BY device_id LIMIT ?
`;
const TEXT = 'SELECT text FROM revisions WHERE id = ?';

/** A slice ends with whichever comes first: another read waits no longer than that and one more text. */
const SLICE_DEVICES = 200;
const SLICE_MS = 40;

export interface ConfigSearch {
  readonly text: string;
  readonly afterDeviceId: number;
}

export interface ConfigFound {
  readonly matches: ConfigMatch[];
  readonly searched: number;
  /** Where to go on; null at the end. */
  readonly next: number | null;
}

export function readConfigSummaries(connection: Connection): ConfigSummary[] {
  return connection.prepare<[number, number], ConfigSummary>(NEWEST_CONFIGS).all(0, -1);
}

export function searchConfigs(connection: Connection, { text, afterDeviceId }: ConfigSearch): ConfigFound {
  const startedAt = performance.now();
  const newest = connection.prepare<[number, number], ConfigSummary>(NEWEST_CONFIGS).all(afterDeviceId, SLICE_DEVICES);
  const read = connection.prepare<[number], { text: string }>(TEXT);
  const matches: ConfigMatch[] = [];
  let searched = 0;
  for (const { deviceId, revisionId } of newest) {
    const { lines, count } = findLines(read.get(revisionId)?.text ?? '', text);
    if (count > 0) matches.push({ deviceId, revisionId, lines, count });
    searched += 1;
    if (performance.now() - startedAt > SLICE_MS) break;
  }
  const whole = searched === newest.length && newest.length < SLICE_DEVICES;
  return { matches, searched, next: whole ? null : (newest[searched - 1]?.deviceId ?? null) };
}
