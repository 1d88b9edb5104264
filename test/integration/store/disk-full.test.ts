import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile, openStore } from '../../../electron/engine/store/open-store.ts';
import { interfaceSample, keptLog, setClock, START_MS } from '../../helpers/store.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot } from '../../helpers/tools.ts';

const notRun = missingRoot();
const MINUTE_MS = 60_000;
const MINUTES = 300;

describe.skipIf(notRun)(`a full disk${notRun}`, () => {
  /** A disk of a few megabytes, with a ballast that can be taken away. */
  const smallDisk = async (place: string) => {
    await mkdir(place);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place]);
    const ballast = join(place, 'ballast');
    await writeFile(ballast, Buffer.alloc(3.4 * 1024 * 1024));
    return {
      makeRoom: () => rm(ballast),
      [Symbol.dispose]: () => void execFileSync('umount', ['--lazy', place]),
    };
  };

  test('is told, nothing is lost, and all is written once there is room', { timeout: 60_000 }, async () => {
    await using folder = await temporaryFolder('full');
    const place = folder.file('disk');
    using disk = await smallDisk(place);
    const file = join(place, 'network.trunkline');
    const store = await openStore({ file, log: keptLog(), clock: setClock(START_MS), version: '1.2.3' });
    const failures: Error[] = [];
    store.onFailure((error) => failures.push(error));
    for (let minute = 0; minute < MINUTES; minute += 1) {
      const atMs = START_MS + minute * MINUTE_MS;
      store.addInterfaceSamples(
        Array.from({ length: 100 }, (_, id) => interfaceSample(id, atMs, { inBps: minute * 1e6 })),
      );
    }
    store.put('settings', [{ id: 'last', value: '1' }]);
    let flushed = false;
    const flush = store.flush().then(() => (flushed = true));
    await expect.poll(() => failures.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(failures[0]?.message).toMatch(/^The disk is full: nothing can be saved/);
    expect(flushed).toBe(false);
    expect(store.stats().writeQueue).toBeGreaterThan(0);
    await disk.makeRoom();
    await flush;
    const range = { fromMs: START_MS, toMs: START_MS + MINUTES * MINUTE_MS, maxPoints: 4000 };
    const series = await store.readInterfaceSeries({ ...range, interfaceIds: [0, 99], metrics: ['inBps'] });
    for (const one of series.values()) expect(one.columns['inBps']?.mean).toHaveLength(MINUTES);
    expect(store.stats().writeQueue).toBe(0);
    await store.close();
    expect(await checkFile(file)).toMatchObject({ ok: true, rows: { settings: 1 } });
  });
});
