import { execFile } from 'node:child_process';
import { chmod, copyFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openPinger } from '../../../electron/engine/icmp/open-pinger.ts';
import type { EchoResult, Log } from '../../../electron/host/host.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot, missingTools, tool } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import type { Errand } from './ping-in-namespace.ts';

const run = promisify(execFile);
const notRun = missingTools('fping', 'ping') || missingRoot();
const notRunInNamespace = missingTools('fping', 'ping', 'unshare', 'ip', 'nft') || missingRoot();
const DRIVER = fileURLToPath(new URL('ping-in-namespace.ts', import.meta.url));

interface Report {
  readonly description: string;
  readonly elapsedMs: number;
  readonly ownCpuMs: number;
  readonly results: readonly EchoResult[];
}

const inNamespace = async (errand: Errand): Promise<Report> => {
  const args = ['-n', process.execPath, DRIVER, JSON.stringify(errand)];
  const { stdout } = await run(tool('unshare'), args, { maxBuffer: 64_000_000 });
  return JSON.parse(stdout) as Report;
};

const logInto = (lines: string[]): Log => {
  const add = (message: string): void => void lines.push(message);
  const log: Log = { debug: add, info: add, warn: add, error: add, child: () => log };
  return log;
};

const fast = (count = 3): { count: number; withinMs: number; signal: AbortSignal } => ({
  count,
  withinMs: 1500,
  signal: new AbortController().signal,
});

const RULES = [
  'ip daddr 127.0.0.66 icmp type echo-request drop',
  'ip daddr 127.0.0.67 icmp type echo-request reject with icmp type admin-prohibited',
  // One in two is lost, in turn: the first passes.
  'ip daddr 127.0.0.68 icmp type echo-request numgen inc mod 2 == 1 drop',
  'ip6 daddr fd00::66 drop',
];

describe.skipIf(notRunInNamespace)(`ICMP to silent targets${notRunInNamespace}`, () => {
  test.each(['fping', 'ping package'] as const)(
    '%s counts loss, keeps round trips and tells ICMP errors',
    async (engine) => {
      const addresses = ['127.0.0.1', '127.0.0.66', '127.0.0.67', '127.0.0.68', '::1'];
      const report = await inNamespace({ engine, addresses, count: 4, withinMs: 3000, rules: RULES });
      expect(report.description).toMatch(engine === 'fping' ? /^fping \d/ : /^ping package/);
      const [alive, silent, prohibited, half, six] = report.results;
      expect(alive).toMatchObject({ address: '127.0.0.1', sent: 4, received: 4, note: null });
      expect(alive?.rttMinMs).toBeGreaterThan(0);
      expect(alive?.rttAvgMs).toBeGreaterThanOrEqual(alive?.rttMinMs ?? Infinity);
      expect(alive?.rttMaxMs).toBeGreaterThanOrEqual(alive?.rttAvgMs ?? Infinity);
      expect(alive?.jitterMs).toBeGreaterThanOrEqual(0);
      const nothing = { rttMinMs: null, rttAvgMs: null, rttMaxMs: null, jitterMs: null };
      expect(silent).toEqual({ address: '127.0.0.66', sent: 4, received: 0, ...nothing, note: null });
      expect(prohibited).toMatchObject({ sent: 4, received: 0, ...nothing });
      expect(prohibited?.note).toMatch(/(Prohibited|filtered).* from 127\.0\.0\.67$/);
      expect(half).toMatchObject({ sent: 4, received: 2 });
      expect(six).toMatchObject({ address: '::1', sent: 4, received: 4 });
      expect(report.elapsedMs).toBeLessThan(5000);
    },
  );

  test('a machine without a route loses all probes and says so where ping does', async () => {
    const report = await inNamespace({
      engine: 'ping package',
      addresses: ['192.0.2.1'],
      count: 2,
      withinMs: 1500,
      rules: [],
    });
    expect(report.results).toMatchObject([{ sent: 2, received: 0, note: 'Network is unreachable (this machine)' }]);
  });
});

describe.skipIf(notRun)(`ICMP on loopback${notRun}`, () => {
  test('fping asks 500 addresses in one go', async () => {
    const pinger = await openPinger({ log: logInto([]) });
    const addresses = Array.from({ length: 500 }, (_, index) => `127.1.${index >> 8}.${index & 255}`);
    const results = await pinger.ping(addresses, fast(2));
    expect(results.map(({ address }) => address)).toEqual(addresses);
    expect(results.filter(({ received }) => received !== 2)).toEqual([]);
  });

  test.each([undefined, null])(
    'names, options and odd spellings are refused, others are still asked (fping: %s)',
    async (fping) => {
      const pinger = await openPinger({ log: logInto([]), fping });
      const odd = [
        'localhost',
        '-f/etc/passwd',
        '127.1',
        '0x7f.0.0.1',
        '127.0.0.1 -c',
        '127.0.0.1\n127.0.0.2',
        '',
        '010.0.0.1',
      ];
      const results = await pinger.ping([...odd, '127.0.0.1'], fast(1));
      for (const address of odd) {
        expect(results.find((result) => result.address === address)).toMatchObject({
          sent: 0,
          note: 'not an IP address: refused',
        });
      }
      expect(results.at(-1)).toMatchObject({ address: '127.0.0.1', sent: 1, received: 1 });
    },
  );

  test('an address written twice or in two ways is asked once and answered as written', async () => {
    const pinger = await openPinger({ log: logInto([]) });
    const results = await pinger.ping(['::1', '0:0:0:0:0:0:0:1', '::1', '::ffff:127.0.0.1'], fast(1));
    expect(results.map(({ address, received }) => [address, received])).toEqual([
      ['::1', 1],
      ['0:0:0:0:0:0:0:1', 1],
      ['::ffff:127.0.0.1', 1],
    ]);
  });

  test.each([undefined, null])('cancelling ends the program at once and claims no loss (fping: %s)', async (fping) => {
    const pinger = await openPinger({ log: logInto([]), fping });
    const stop = new AbortController();
    const startedAt = performance.now();
    const asked = pinger.ping(['127.0.0.1', '127.0.0.2'], { count: 50, withinMs: 30_000, signal: stop.signal });
    await until(() =>
      run('ps', ['--ppid', String(process.pid), '-o', 'comm=']).then(({ stdout }) => stdout.includes('ping')),
    );
    stop.abort();
    expect(await asked).toMatchObject([
      { sent: 0, note: 'cancelled' },
      { sent: 0, note: 'cancelled' },
    ]);
    expect(performance.now() - startedAt).toBeLessThan(5000);
    const { stdout } = await run('ps', ['--ppid', String(process.pid), '-o', 'comm=']);
    expect(stdout).not.toContain('ping');
  });

  test('an fping without the right to send is left aside with one line', async () => {
    await using folder = await temporaryFolder('fping');
    await chmod(folder.path, 0o755);
    await copyFile(tool('fping'), folder.file('bare'));
    const bare = `exec setpriv --reuid=65534 --regid=65534 --clear-groups --bounding-set=-all ${folder.file('bare')} "$@"`;
    await writeFile(folder.file('fping'), `#!/bin/sh\necho 1 0 > /proc/sys/net/ipv4/ping_group_range\n${bare}\n`, {
      mode: 0o755,
    });
    const lines: string[] = [];
    // A namespace of its own, so that the right to unprivileged ICMP sockets is taken from nobody else.
    await writeFile(folder.file('alone'), `#!/bin/sh\nexec unshare -n ${folder.file('fping')} "$@"\n`, { mode: 0o755 });
    const pinger = await openPinger({ log: logInto(lines), fping: folder.file('alone') });
    expect(pinger.description).toMatch(/^ping package/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('fping cannot send');
    expect(await pinger.ping(['127.0.0.1'], fast(1))).toMatchObject([{ sent: 1, received: 1 }]);
  });
});
