/**
 * How long the log takes to open and to go on, however much history there is. `node bench/log.ts [EVENTS] [STATES]`, by default
 * a million events and half a million states of 5,000 devices with 20 ports each, over a year.
 */
import type { EventRow, StateRow } from '../electron/engine/store/rows.ts';
import type { LogQuery } from '../electron/engine/store/store.ts';
import { deviceRow, interfaceRow, START_MS, temporaryStore } from '../test/helpers/store.ts';

const [events = 1_000_000, states = 500_000] = process.argv.slice(2).map(Number);
const YEAR_MS = 365 * 24 * 3_600_000;
const [devices, ports] = [5000, 100_000];
const KINDS = ['incident.opened', 'incident.closed', 'link.found', 'link.gone', 'config.saved', 'incident.noted'];
const at = (index: number, of: number): number => START_MS + Math.round((index * YEAR_MS) / of);
const whole = { fromMs: 0, toMs: START_MS + YEAR_MS + 1 };

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

await using temporary = await temporaryStore(START_MS + YEAR_MS);
const { store } = temporary;

async function put<R>(count: number, row: (index: number) => R, write: (rows: R[]) => void): Promise<void> {
  const SOME = 20_000;
  for (let first = 0; first < count; first += SOME) {
    write(Array.from({ length: Math.min(SOME, count - first) }, (_, index) => row(first + index)));
    await store.flush();
  }
}

/** One restart in ten thousand: what a filter has to look for long. */
const eventRow = (index: number): EventRow => ({
  id: index + 1,
  atMs: at(index, events),
  kind: index % 10_000 === 7 ? 'device.restarted' : (KINDS[index % KINDS.length] ?? ''),
  deviceId: (index % devices) + 1,
  interfaceId: null,
  incidentId: null,
  text: `What happened to it the ${index}th time, with some words more as they usually have`,
});

const stateRow = (index: number): StateRow => ({
  id: index + 1,
  subject: 'interface',
  subjectId: (index % ports) + 1,
  state: Math.floor(index / ports) % 2 === 0 ? 'up' : 'down',
  because: null,
  fromMs: at(index, states),
  toMs: index + ports < states ? at(index + ports, states) : null,
});

await put(
  devices,
  (index) => deviceRow(index + 1),
  (rows) => store.put('devices', rows),
);
await put(
  ports,
  (index) => interfaceRow(index + 1, (index % devices) + 1),
  (rows) => store.put('interfaces', rows),
);
await put(events, eventRow, (rows) => store.put('events', rows));
await put(states, stateRow, (rows) => store.put('states', rows));

/** As many entries as a page shows, in as many answers as that takes; the longest one is what other reads may wait for. */
async function readPage(
  query: Omit<LogQuery, 'limit'>,
  wanted: number,
): Promise<{ answers: number; longestMs: number }> {
  let [found, answers, longestMs] = [0, 0, 0];
  let before = query.before;
  for (;;) {
    const startedMs = performance.now();
    const page = await store.readLog({ ...query, before, limit: wanted - found });
    longestMs = Math.max(longestMs, performance.now() - startedMs);
    found += page.entries.length;
    answers += 1;
    if (page.next === null || found >= wanted) return { answers, longestMs };
    before = page.next;
  }
}

async function time(what: string, query: Partial<LogQuery>, wanted = 200): Promise<void> {
  const taken: number[] = [];
  let last = await readPage({ ...whole, ...query }, wanted);
  for (let round = 0; round < 5; round += 1) {
    const startedMs = performance.now();
    last = await readPage({ ...whole, ...query }, wanted);
    taken.push(performance.now() - startedMs);
  }
  const { answers, longestMs } = last;
  const figures = `${median(taken).toFixed(1).padStart(8)} ms, answers ${String(answers).padStart(3)}, longest ${longestMs.toFixed(1)} ms`;
  console.log(`${what.padEnd(56)} ${figures}`);
}

const word = { text: 'the 500000th', kinds: [], deviceIds: [], negated: false };
console.log(`${events} events, ${states} states; 200 entries a page, medians of 5, with the way between the threads`);
await time('the newest page', {});
await time('a page in the middle', { toMs: START_MS + YEAR_MS / 2 });
await time('one device', { deviceIds: [17] });
await time('one kind of event', { kinds: ['config.saved'] });
await time('one rare kind (100 of them)', { kinds: ['device.restarted'] });
await time('ports that went down', { kinds: ['interface.down'] });
await time('a site of 500 devices', { deviceIds: Array.from({ length: 500 }, (_, index) => index + 1) });
await time('words that one entry has, all history searched', { words: [word] });
