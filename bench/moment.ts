/**
 * How long a moment of the past takes to read, beside the plain question for all intervals that overlap it.
 * `node bench/moment.ts [DEVICES] [INTERVALS]`, by default 5,000 devices with two links each and 40 intervals a thing.
 */
import {
  deviceRow,
  deviceSample,
  interfaceRow,
  interfaceSample,
  START_MS,
  temporaryStore,
} from '../test/helpers/store.ts';

const HOUR_MS = 3_600_000;
const [devices = 5000, intervals = 40] = process.argv.slice(2).map(Number);
const links = 2 * devices;
const endMs = START_MS + intervals * HOUR_MS;

const rows = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

await using temporary = await temporaryStore(endMs + 10 * 60_000);
const { store } = temporary;
store.put(
  'devices',
  rows(devices).map((id) => deviceRow(id)),
);
store.put(
  'interfaces',
  rows(2 * links).map((id) => interfaceRow(id, ((id - 1) % devices) + 1)),
);
store.put(
  'links',
  rows(links).map((id) => ({
    id,
    aDeviceId: ((id - 1) % devices) + 1,
    aInterfaceId: 2 * id - 1,
    aPort: null,
    bDeviceId: (id % devices) + 1,
    bInterfaceId: 2 * id,
    bPort: null,
    confidence: 'confirmed' as const,
    ageing: false,
    protocols: '["LLDP"]',
    rule: '2 LLDP two-sided',
    speedBps: 10_000_000_000,
    firstSeenAtMs: START_MS,
    lastSeenAtMs: endMs,
    goneAtMs: null,
  })),
);
store.put('watches', [{ id: 1, fromMs: START_MS, toMs: endMs + HOUR_MS }]);
let id = 0;
for (let hour = 0; hour < intervals; hour += 1) {
  const fromMs = START_MS + hour * HOUR_MS;
  const toMs = hour === intervals - 1 ? null : fromMs + HOUR_MS;
  const interval = (subject: 'device' | 'link') => (subjectId: number) => ({
    id: (id += 1),
    subject,
    subjectId,
    state: hour % 2 === 0 ? ('up' as const) : ('down' as const),
    because: null,
    fromMs,
    toMs,
  });
  store.put('states', [...rows(devices).map(interval('device')), ...rows(links).map(interval('link'))]);
  await store.flush();
}
for (const minute of [0, 1, 2, 3, 4]) {
  const atMs = endMs + minute * 60_000;
  store.addInterfaceSamples(rows(2 * links).map((one) => interfaceSample(one, atMs, { inBps: 1e6, outBps: 2e6 })));
  store.addDeviceSamples(rows(devices).map((one) => deviceSample(one, atMs, { cpu: 20, rttAvg: 1 })));
}
await store.flush();

async function time(what: string, work: () => Promise<unknown>): Promise<void> {
  await work();
  const taken: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const startedMs = performance.now();
    await work();
    taken.push(performance.now() - startedMs);
  }
  console.log(`${what.padEnd(60)} ${median(taken).toFixed(1).padStart(8)} ms`);
}

console.log(`${devices} devices, ${links} links, ${id} intervals; medians of 9, with the way between the threads`);
await time('a moment with samples around it', () => store.readMoment(endMs + 150_000));
await time('a moment in the middle', () => store.readMoment(START_MS + (intervals / 2) * HOUR_MS + 1));
await time('a moment at the beginning', () => store.readMoment(START_MS + 1));
const overlap = (atMs: number) => store.readStates({ fromMs: atMs, toMs: atMs + 1 });
await time('peer: overlapping intervals, in the middle', () => overlap(START_MS + (intervals / 2) * HOUR_MS + 1));
await time('peer: overlapping intervals, at the beginning', () => overlap(START_MS + 1));
