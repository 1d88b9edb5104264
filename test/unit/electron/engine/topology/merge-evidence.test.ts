import { expect, test } from 'vitest';
import { mergeEvidence } from '../../../../../electron/engine/topology/merge-evidence.ts';
import type { EvidenceRow } from '../../../../../electron/engine/store/rows.ts';
import type { NeighbourReading } from '../../../../../shared/model/reading.ts';
import { hears } from './network-words.ts';

const run = (existing: readonly EvidenceRow[], neighbours: readonly NeighbourReading[], atMs = 1000) =>
  mergeEvidence({
    deviceId: 1,
    existing,
    neighbours,
    interfaceOf: (ifIndex) => 100 + ifIndex,
    run: { atMs, complete: { LLDP: 'complete', CDP: 'absent' }, uptimeMs: null },
    nextId: () => 7,
  });

test('a row heard again keeps its id and first time, and is no news', () => {
  const first = run([], [hears(1, 2, 'eth2')], 1000);
  expect(first.news).toBe(true);
  const again = run(first.put, [hears(1, 2, 'eth2')], 2000);
  expect(again).toMatchObject({ news: false, remove: [] });
  expect(again.put).toMatchObject([{ id: 7, firstSeenAtMs: 1000, lastSeenAtMs: 2000, missedRuns: 0 }]);
});

test('a new name, a missed run and a return are news', () => {
  const { put } = run([], [hears(1, 2, 'eth2')]);
  expect(run(put, [hears(1, 2, 'eth2', { remoteName: 'new' })]).news).toBe(true);
  const missed = run(put, []);
  expect(missed).toMatchObject({ news: true, put: [{ missedRuns: 1 }] });
  expect(run(missed.put, [hears(1, 2, 'eth2')]).news).toBe(true);
});

test('the third finished run without it removes a row', () => {
  let { put } = run([], [hears(1, 2, 'eth2')]);
  ({ put } = run(put, []));
  ({ put } = run(put, []));
  expect(run(put, [])).toMatchObject({ put: [], remove: [7] });
});

test('empty texts of a device are unknown', () => {
  const { put } = run([], [hears(1, 2, 'eth2', { remoteName: '', remotePortDescription: ' \u0000' })]);
  expect(put).toMatchObject([{ remoteName: null, remotePortDescription: null, localInterfaceId: 101 }]);
});
