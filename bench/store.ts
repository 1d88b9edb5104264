/**
 * What the network file costs: rows a second from the engine to a commit, bytes a sample while hot and when packed, and how
 * long a graph takes. `node bench/store.ts [INTERFACES] [HOURS]`, by default 500 interfaces and 24 hours of polls a minute.
 */
import { standardSettings } from '../shared/contract/settings.ts';
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import type { InterfaceSampleRow } from '../electron/engine/store/rows.ts';
import { START_MS, temporaryStore } from '../test/helpers/store.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const METRICS = 8;
const [interfaces = 500, hours = 24] = process.argv.slice(2).map(Number);

/** Of ten ports three are idle, four carry some 50 kbit/s, three some 50 Mbit/s; daily rhythm, noise of 20 %, few errors. */
const sample = (interfaceId: number, atMs: number): InterfaceSampleRow => {
  const usual = [0, 0, 0, 4e4, 5e4, 5e4, 6e4, 2e7, 5e7, 8e7][interfaceId % 10] ?? 0;
  const rhythm = 1 + 0.8 * Math.sin((2 * Math.PI * (atMs % DAY_MS)) / DAY_MS);
  const inBps = Math.round(usual * rhythm * (0.9 + 0.2 * Math.random()));
  const outBps = Math.round(inBps * (0.2 + 0.05 * Math.random()));
  const errors = usual > 0 && Math.random() < 0.01 ? 0.05 : 0;
  const [inPps, outPps] = [inBps / 6400, outBps / 3200];
  const none = { outErrors: 0, inDiscards: 0, outDiscards: 0 };
  return { interfaceId, atMs, quality: 'good', inBps, outBps, inPps, outPps, inErrors: errors, ...none };
};

const bytesOf = (file: string): Map<string, number> => {
  const connection = new Database(file, { readonly: true });
  const rows = connection
    .prepare<[], { name: string; bytes: number }>('SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name')
    .all();
  connection.close();
  return new Map(rows.map((row) => [row.name, row.bytes]));
};

const packedBytes = (file: string): number => {
  const connection = new Database(file, { readonly: true });
  const bytes = connection.prepare('SELECT sum(length(packed)) FROM interface_packed').pluck().get();
  connection.close();
  return Number(bytes);
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const show = (what: string, value: number, unit: string): void =>
  console.log(`${what.padEnd(58)} ${value.toFixed(2)} ${unit}`);

const writing = async (): Promise<void> => {
  await using temporary = await temporaryStore();
  const { store, file, clock } = temporary;
  const rows = interfaces * hours * 60;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let [addMs, flushMs] = [0, 0];
  delay.enable();
  for (let minute = 0; minute < hours * 60; minute += 1) {
    const round = Array.from({ length: interfaces }, (_, id) => sample(id + 1, START_MS + minute * MINUTE_MS));
    const started = performance.now();
    store.addInterfaceSamples(round);
    addMs += performance.now() - started;
    flushMs += await timed(() => store.flush());
  }
  delay.disable();
  show(`${rows} rows in rounds of ${interfaces}: commits`, rows / (flushMs / 1000), 'rows/s');
  show('the engine side of it, a row', (1000 * addMs) / rows, 'µs');
  show('hot', (bytesOf(file).get('interface_hot') ?? 0) / (rows * METRICS), 'bytes/value');
  clock.set(START_MS + hours * HOUR_MS + 5 * MINUTE_MS);
  const rollMs = await timed(() => store.finishRollUps());
  show('packing and rolling up', rows / (rollMs / 1000), 'rows/s');
  await store.flush();
  const after = bytesOf(file);
  show('packed', (after.get('interface_packed') ?? 0) / (rows * METRICS), 'bytes/value');
  show('packed, without the room that SQLite leaves in its pages', packedBytes(file) / (rows * METRICS), 'bytes/value');
  const days = (interfaces * hours) / 24;
  for (const level of ['5m', '1h', '1d']) {
    show(`roll-ups of ${level}, an interface and day`, (after.get(`interface_${level}`) ?? 0) / days / 1024, 'kB');
  }
  const toMs = START_MS + hours * HOUR_MS;
  const query = { metrics: ['inBps', 'outBps'] as const, fromMs: START_MS, toMs, maxPoints: 1500 };
  const read = (id: number) => store.readInterfaceSeries({ ...query, interfaceIds: [id] });
  await read(1);
  show(`graph of ${hours} h, 1,500 points`, await timed(() => read(2)), 'ms');
  show('file', statSync(file).size / 1024 / 1024, 'MB');
};

const year = async (): Promise<void> => {
  await using temporary = await temporaryStore(START_MS + 365 * DAY_MS + 5 * MINUTE_MS);
  const { store } = temporary;
  for (let day = 0; day < 365; day += 1) {
    const from = START_MS + day * DAY_MS;
    store.addInterfaceSamples(Array.from({ length: 288 }, (_, index) => sample(8, from + index * 5 * MINUTE_MS)));
  }
  await store.finishRollUps();
  const read = (days: number) =>
    store.readInterfaceSeries({
      interfaceIds: [8],
      metrics: ['inBps', 'outBps'],
      fromMs: START_MS + (365 - days) * DAY_MS,
      toMs: START_MS + 365 * DAY_MS,
      maxPoints: 1500,
    });
  await read(365);
  for (const days of [1, 7, 31, 90, 365])
    show(`graph of ${days} days, everything kept, with p95`, await timed(() => read(days)), 'ms');
  await store.prune({ ...standardSettings, nowMs: START_MS + 365 * DAY_MS });
  for (const days of [31, 365]) show(`graph of ${days} days, after pruning`, await timed(() => read(days)), 'ms');
};

await writing();
await year();
