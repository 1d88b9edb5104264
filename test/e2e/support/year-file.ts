/** A network file with a year of history, written by the store itself: for graphs that no demo has had the time to make. */
import { openStore } from '../../../electron/engine/store/open-store.ts';
import type { InterfaceSampleRow } from '../../../electron/engine/store/rows.ts';
import { deviceRow, deviceSample, interfaceRow, interfaceSample, keptLog, setClock } from '../../helpers/store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const FINE_DAYS = 8;
/** Not a divisor of a day: so that a graph of daily points has day and night in it. */
const COARSE_MS = 25 * HOUR;

export const YEAR_DEVICE = 'archive-1';
/** It has samples of 9 days, with holes; another port of the same device has none at all. */
export const HOLES_PORT = 'Gi1/0/3';
export const SILENT_PORT = 'Gi1/0/4';

/** Of port 1 and 2: a day's and a week's rhythm, a slow rise over the year. */
function rates(port: number, atMs: number, startMs: number): { inBps: number; outBps: number } {
  const day = Math.sin((2 * Math.PI * (atMs % DAY)) / DAY);
  const weekend = Math.floor(atMs / DAY) % 7 < 2 ? 0.5 : 1;
  const rise = 1 + (atMs - startMs) / (365 * DAY);
  const noise = 0.9 + (((atMs / MINUTE) * 7919 * port) % 200) / 1000;
  const inBps = Math.round(port * 9e7 * rise * weekend * (1.2 + 0.9 * day) * noise);
  return { inBps, outBps: Math.round(inBps * (port === 1 ? 0.4 : 0.7)) };
}

function samplesOf(port: number, times: readonly number[], startMs: number): InterfaceSampleRow[] {
  return times.map((atMs) => {
    const { inBps, outBps } = rates(port, atMs, startMs);
    const none = { inErrors: 0, outErrors: 0, inDiscards: 0, outDiscards: 0 };
    return interfaceSample(port, atMs, { inBps, outBps, inPps: inBps / 6400, outPps: outBps / 3200, ...none });
  });
}

const steps = (fromMs: number, toMs: number, stepMs: number): number[] =>
  Array.from({ length: Math.floor((toMs - fromMs) / stepMs) }, (_, index) => fromMs + index * stepMs);

/** A day and an hour a sample, and five minutes a sample in the last days: each level of roll-ups has its part. */
export async function writeYearFile(file: string, nowMs: number): Promise<void> {
  const endMs = Math.floor(nowMs / HOUR) * HOUR;
  const startMs = endMs - 365 * DAY;
  const fineFromMs = endMs - FINE_DAYS * DAY;
  const store = await openStore({ file, log: keptLog(), clock: setClock(nowMs), version: '1.0.0' });
  store.put('devices', [
    deviceRow(1, { address: '127.0.99.1', sysName: YEAR_DEVICE, addedAtMs: startMs, kind: 'switch' }),
  ]);
  store.put(
    'interfaces',
    [1, 2, 3, 4].map((id) => interfaceRow(id, 1, { firstSeenAtMs: startMs, operStatus: 'up' })),
  );
  const times = [...steps(startMs, fineFromMs, COARSE_MS), ...steps(fineFromMs, endMs, 5 * MINUTE)];
  for (let first = 0; first < times.length; first += 2000) {
    const part = times.slice(first, first + 2000);
    store.addInterfaceSamples([...samplesOf(1, part, startMs), ...samplesOf(2, part, startMs)]);
    const loss = (atMs: number): number => (Math.floor(atMs / HOUR) % 97 === 0 ? 20 : 0);
    store.addDeviceSamples(
      part.map((atMs) => {
        const rttAvg = 2 + Math.sin(atMs / DAY) + ((atMs / MINUTE) % 7) / 10;
        const more = { cpu: 30 + 20 * Math.sin(atMs / (6 * HOUR)), memory: 55, pollMs: 80 };
        return deviceSample(1, atMs, {
          rttMin: rttAvg - 0.4,
          rttAvg,
          rttMax: rttAvg + 2,
          jitter: 0.3,
          loss: loss(atMs),
          ...more,
        });
      }),
    );
    await store.flush();
  }
  const holes = steps(fineFromMs, endMs, 5 * MINUTE).filter((atMs) => Math.floor(atMs / (3 * HOUR)) % 3 !== 0);
  store.addInterfaceSamples(samplesOf(3, holes, startMs));
  await store.finishRollUps();
  await store.close();
}
