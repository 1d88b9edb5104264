import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { COUNT_EVENTS, NEWEST_OF_KIND, OPENINGS } from '../../../electron/engine/store/reads/read-changes.ts';
import { ENDED_STATES } from '../../../electron/engine/store/reads/read-history.ts';
import { ENDED_MAINTENANCE, NOTED_IN } from '../../../electron/engine/store/reads/read-handover.ts';
import { EVENTS, EVENTS_OF_DEVICE, EVENTS_OF_KIND, STATES } from '../../../electron/engine/store/reads/log-streams.ts';
import { STATE_BEFORE } from '../../../electron/engine/store/reads/log-subjects.ts';
import { deviceSamples, interfaceSamples, sensorSamples } from '../../../electron/engine/store/samples/sample-kinds.ts';
import { NEWEST_CONFIGS } from '../../../electron/engine/store/reads/read-configurations.ts';
import { selectHotMeansAt, selectMeansAt, selectStatesAt } from '../../../electron/engine/store/reads/read-moment.ts';
import {
  selectHot,
  selectHotIds,
  selectLate,
  selectMeans,
  selectPacked,
  selectRolled,
  selectRolledTimes,
} from '../../../electron/engine/store/samples/sample-statements.ts';
import { allTables } from '../../../electron/engine/store/tables/all-tables.ts';
import { temporaryStore } from '../../helpers/store.ts';

/** Every statement that runs often or over much, each with what its plan must say. */
const HOT: readonly (readonly [string, RegExp])[] = [
  ...[interfaceSamples, deviceSamples, sensorSamples].flatMap((kind) => [
    [selectHot(kind), /USING PRIMARY KEY \(slot=\? AND id=\?\)/] as const,
    [selectHotIds(kind), /USING PRIMARY KEY \(slot=\? AND id>\? AND id<\?\)/] as const,
    [selectLate(kind), /USING PRIMARY KEY \(id=\? AND at>\? AND at<\?\)/] as const,
    [selectPacked(kind), /USING PRIMARY KEY \(id=\? AND at>\? AND at<\?\)/] as const,
    [selectRolledTimes(kind, '5m'), /USING PRIMARY KEY \(id=\? AND at>\? AND at<\?\)/] as const,
    [selectMeans(kind, 0), /USING PRIMARY KEY \(id=\? AND at>\? AND at<\?\)/] as const,
    ...(['5m', '1h', '1d'] as const).map(
      (level) => [selectRolled(kind, level, [0]), /USING PRIMARY KEY \(id=\? AND at>\? AND at<\?\)/] as const,
    ),
  ]),
  [`${allTables.events.select} WHERE at_ms >= ? AND at_ms < ? ORDER BY at_ms DESC, id DESC LIMIT ?`, /events_by_time/],
  [
    `${allTables.events.select} WHERE device_id = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms DESC, id DESC LIMIT ?`,
    /events_by_device/,
  ],
  [`${allTables.states.select} WHERE to_ms IS NULL AND from_ms < ?`, /states_by_end \(to_ms=\? AND from_ms<\?\)/],
  [`${allTables.states.select} ${ENDED_STATES}`, /states_by_end \(to_ms>\?\)/],
  [COUNT_EVENTS, /COVERING INDEX events_by_kind \(kind=\? AND at_ms>\? AND at_ms<\?\)/],
  [`${allTables.events.select} ${NEWEST_OF_KIND}`, /events_by_kind \(kind=\? AND at_ms>\? AND at_ms<\?\)/],
  [OPENINGS, /incidents_by_start \(opened_at_ms>\? AND opened_at_ms<\?\)/],
  [`${allTables.incidents.select} ${NOTED_IN}`, /incident_notes_by_time \(at_ms>\? AND at_ms<\?\)/],
  [`${allTables.states.select} ${ENDED_MAINTENANCE}`, /states_by_end \(to_ms>\?\)/],
  [`${allTables.revisions.select} WHERE device_id = ? ORDER BY at_ms DESC, id DESC`, /revisions_by_device/],
  [NEWEST_CONFIGS, /COVERING INDEX revisions_by_device \(device_id>\?\)/],
  [`${allTables.links.select} WHERE gone_at_ms IS NULL`, /links_gone/],
  [selectMeansAt(interfaceSamples, '5m', ['in_bps']), /USING PRIMARY KEY \(id=\? AND at=\?\)/],
  [selectHotMeansAt(interfaceSamples, ['in_bps']), /USING PRIMARY KEY \(slot=\? AND id=\?\)/],
  [selectStatesAt('device'), /states_by_subject \(subject=\? AND subject_id=\? AND from_ms<\?\)/],
  [
    `${allTables.incidents.select} WHERE closed_at_ms IS NULL AND opened_at_ms < ? AND (opened_at_ms, id) < (?, ?) ORDER BY opened_at_ms DESC, id DESC LIMIT ?`,
    /incidents_by_end \(closed_at_ms=\? AND opened_at_ms<\?\)/,
  ],
  [EVENTS, /events_by_time \(at_ms>\? AND at_ms<\?\)/],
  [EVENTS_OF_DEVICE, /events_by_device \(device_id=\? AND at_ms>\? AND at_ms<\?\)/],
  [EVENTS_OF_KIND, /events_by_kind \(kind=\? AND at_ms>\? AND at_ms<\?\)/],
  [STATES, /states_by_start \(from_ms>\? AND from_ms<\?\)/],
  [STATE_BEFORE, /states_by_subject \(subject=\? AND subject_id=\? AND from_ms<\?\)/],
  ['DELETE FROM devices WHERE id = ?', /INTEGER PRIMARY KEY/],
];

test('hot statements use a key, never a scan or a sort of their own', async () => {
  await using temporary = await temporaryStore();
  const connection = new Database(temporary.file, { readonly: true });
  try {
    for (const [sql, wanted] of HOT) {
      const rows = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`);
      const unbound = Array.from({ length: sql.split('?').length - 1 }, () => 0);
      const plan = rows
        .all(...unbound)
        .map((row) => row.detail)
        .join('; ');
      expect(plan, sql).toMatch(wanted);
      // `ids` is the list that was asked for.
      expect(plan, sql).not.toMatch(/SCAN (?!ids VIRTUAL TABLE)/);
      if (!sql.includes('GROUP BY')) expect(plan, sql).not.toMatch(/TEMP B-TREE/);
    }
  } finally {
    connection.close();
  }
});
