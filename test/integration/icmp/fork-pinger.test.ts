/** The pinging process of a plain Node host, with the real programs. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { forkPinger } from '../../../electron/headless/fork-pinger.ts';
import type { Pinger } from '../../../electron/host/host.ts';
import { PingerOverPort, servePinger, type PingerLink } from '../../../electron/host/pinger-over-port.ts';
import { keptLog } from '../../helpers/store.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';

const notRun = missingTools('fping') || missingRoot();
const never = new AbortController().signal;
const once = { count: 1, withinMs: 1500, signal: never };

describe.skipIf(notRun)(`a pinger in a process of its own${notRun}`, () => {
  let pinger: Pinger | null = null;
  afterEach(() => pinger?.close?.());

  test('says what it pings with, and pings', async () => {
    pinger = await forkPinger({ log: keptLog() });
    expect(pinger.description).toMatch(/^fping \d/);
    const [alive, refused] = await pinger.ping(['127.0.0.1', 'no address'], once);
    expect(alive).toMatchObject({ address: '127.0.0.1', sent: 1, received: 1 });
    expect(refused).toMatchObject({ sent: 0, note: 'not an IP address: refused' });
  });

  test('comes back when its process was killed', async () => {
    const log = keptLog();
    pinger = await forkPinger({ log, restartAfterMs: 0 });
    process.kill(pingingProcess(), 'SIGKILL');
    await until(() => log.lines.some((line) => line.includes('the pinging process ended')));
    expect(await pinger.ping(['127.0.0.1'], once)).toMatchObject([{ sent: 1, received: 1 }]);
  });

  test('ends at once when it is cancelled, and counts that as no loss', async () => {
    pinger = await forkPinger({ log: keptLog() });
    const abort = new AbortController();
    const asked = pinger.ping(['127.0.0.1'], { count: 50, withinMs: 60_000, signal: abort.signal });
    abort.abort();
    expect(await asked).toMatchObject([{ sent: 0, note: 'cancelled' }]);
  });
});

/** The child of this process that pings. */
function pingingProcess(): number {
  const tasks = readdirSync('/proc/self/task');
  const children = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '));
  const isPinger = (pid: string): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('pinger-process');
  const found = children.find((pid) => pid !== '' && isPinger(pid));
  if (found === undefined) throw new Error('no pinging process');
  return Number(found);
}

/** Two ends in one process. */
function linked(pinger: Pinger): PingerOverPort {
  const ends: ((message: unknown) => void)[][] = [[], []];
  const link = (mine: number, other: number): PingerLink => ({
    send: (message) => queueMicrotask(() => ends[other]?.forEach((listener) => listener(structuredClone(message)))),
    onMessage: (listener) => void ends[mine]?.push(listener),
  });
  const over = new PingerOverPort(link(0, 1));
  servePinger(link(1, 0), pinger);
  return over;
}

describe('the channel between engine and pinger', () => {
  test('a pinger that throws has asked nobody', async () => {
    const over = linked({ description: 'broken', ping: () => Promise.reject(new Error('no socket')) });
    await over.ready;
    expect(await over.ping(['10.0.0.1'], once)).toMatchObject([{ sent: 0, received: 0, note: 'no socket' }]);
  });

  test('a process that is gone has asked nobody, now and later', async () => {
    const over = linked({ description: 'hangs', ping: () => new Promise(() => undefined) });
    const asked = over.ping(['10.0.0.1'], once);
    over.end('the pinging process ended');
    expect(await asked).toMatchObject([{ sent: 0, note: 'the pinging process ended' }]);
    expect(await over.ping(['10.0.0.2'], once)).toMatchObject([{ sent: 0, note: 'the pinging process ended' }]);
  });
});
