import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checkFile, openStore } from '../../../electron/engine/store/open-store.ts';
import { keptLog, setClock, START_MS } from '../../helpers/store.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';
import { INTERFACES, ROUND_MS, roundOf } from './writing-rounds.ts';

const SCRIPT = fileURLToPath(new URL('writing-process.ts', import.meta.url));
const KILLS = 8;

/** Runs the writer from a round on, kills it in the middle of things, and answers the last round it promised to be safe. */
const writeAndKill = async (file: string, first: number, afterMs: number): Promise<number> => {
  const child = spawn(process.execPath, [SCRIPT, file, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { text: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (output.text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output.errors += chunk.toString()));
  const ended = once(child, 'exit');
  await until(() => /open\n\d+\n/.test(output.text), {
    what: `the writer has begun ${output.errors}`,
    timeoutMs: 20_000,
  });
  await wait(afterMs);
  child.kill('SIGKILL');
  await ended;
  return Number(output.text.trimEnd().split('\n').at(-1));
};

test(
  'killed at any moment, all that was acknowledged is there, and the file is sound',
  { timeout: 180_000 },
  async () => {
    await using folder = await temporaryFolder('kill');
    const file = folder.file('network.trunkline');
    let safe = -1;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const afterMs = Math.floor(Math.random() * 400);
      safe = await writeAndKill(file, safe + 1, afterMs);
      const seen = `kill ${kill} after ${afterMs} ms, round ${safe}`;
      expect(await checkFile(file), seen).toMatchObject({ ok: true, problems: [] });
      const clock = setClock(START_MS + (safe + 2) * ROUND_MS);
      const store = await openStore({ file, log: keptLog(), clock, version: '1.2.3' });
      const range = { fromMs: START_MS, toMs: START_MS + (safe + 1) * ROUND_MS };
      const events = await store.readEvents({ ...range, limit: 5000 });
      expect(events.length, seen).toBe(safe + 1);
      await store.finishRollUps();
      await expectSamples(store, safe, seen);
      await store.close();
    }
    expect(safe).toBeGreaterThan(KILLS);
  },
);

type Opened = Awaited<ReturnType<typeof openStore>>;

/** The last rounds sample by sample; all of them by the sums of their hours. */
const expectSamples = async (store: Opened, safe: number, seen: string): Promise<void> => {
  const firstRound = Math.max(0, safe - 60);
  const range = { fromMs: START_MS + firstRound * ROUND_MS, toMs: START_MS + (safe + 1) * ROUND_MS };
  const query = { ...range, interfaceIds: INTERFACES, metrics: ['inBps' as const], maxPoints: 4000 };
  const rounds = Array.from({ length: safe + 1 - firstRound }, (_, index) => roundOf(firstRound + index));
  for (const [id, series] of await store.readInterfaceSeries(query)) {
    const expected = rounds.flatMap(({ samples }) => samples.filter((sample) => sample.interfaceId === id));
    expect(series.columns['inBps']?.mean, seen).toEqual(expected.map((sample) => sample.inBps));
  }
  const hours = await store.readInterfaceSeries({ ...query, fromMs: START_MS, maxPoints: Math.ceil(safe * 0.6) + 20 });
  for (const [id, series] of hours) {
    expect(new Set(series.columns['inBps']?.mean).has(null), seen).toBe(false);
    const peak = series.columns['inBps']?.max.at(-1) ?? 0;
    expect(peak, `${seen}, interface ${id}`).toBeGreaterThanOrEqual(safe * 1000 + 39);
  }
};
