import { expect, test } from 'vitest';
import { WatchRecord } from '../../../../../electron/engine/console/watch-record.ts';
import type { WatchRow } from '../../../../../electron/engine/store/rows.ts';
import { fakeClock } from '../../../../helpers/fake-clock.ts';

const START = 1_700_000_000_000;

const record = () => {
  const clock = fakeClock(START);
  const rows = new Map<number, WatchRow>();
  let id = 0;
  const store = {
    nextId: () => (id += 1),
    put: (_table: unknown, put: readonly unknown[]) => {
      for (const row of put as readonly WatchRow[]) rows.set(row.id, row);
    },
  };
  return { clock, watch: new WatchRecord({ clock, store }), spans: () => [...rows.values()].map(spanOf) };
};
const spanOf = ({ fromMs, toMs }: WatchRow): readonly [number, number] => [fromMs - START, toMs - START];

test('the end of a watch moves on while the engine runs, and stands when it ends', async () => {
  const { clock, watch, spans } = record();
  watch.start();
  expect(spans()).toEqual([[0, 0]]);
  await clock.advance(35_000);
  expect(spans()).toEqual([[0, 30_000]]);
  watch.close();
  expect(spans()).toEqual([[0, 35_000]]);
  await clock.advance(60_000);
  expect(spans()).toEqual([[0, 35_000]]);
  expect(clock.pending()).toBe(0);
});

test('a sleep ends one watch and begins another', async () => {
  const { clock, watch, spans } = record();
  watch.start();
  await clock.advance(20_000);
  clock.jumpWall(600_000);
  watch.slept(START + 22_000);
  expect(spans()).toEqual([
    [0, 22_000],
    [620_000, 620_000],
  ]);
  await clock.advance(10_000);
  expect(spans()[1]).toEqual([620_000, 630_000]);
  watch.close();
});

test('a clock that was set back never makes a watch end before it began', async () => {
  const { clock, watch, spans } = record();
  watch.start();
  clock.jumpWall(-50_000);
  await clock.advance(10_000);
  expect(spans()).toEqual([[0, 0]]);
  watch.close();
});

test('an engine that does not watch writes nothing', () => {
  const { watch, spans } = record();
  watch.beat();
  watch.slept(START);
  watch.close();
  expect(spans()).toEqual([]);
});
