/** Commands beside each other on one file, interrupted commands, and files that are not what they should be. */
import { readFile, writeFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileVault } from '../../../electron/headless/file-vault.ts';
import type { WatchLine } from '../../../shared/model/watch-line.ts';
import { startSnmpd, type Snmpd } from '../../helpers/snmpd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { startTestEngine } from '../engine/test-engine.ts';
import { keyFileOf, startTrunkline, trunkline, type Finished } from './trunkline-process.ts';

const notRun = missingTools('snmpd');
let home: TemporaryFolder;
const run = (...args: readonly string[]): Promise<Finished> => trunkline(args, { home: home.path });

describe.skipIf(notRun)(`commands on one file${notRun}`, () => {
  let agent: Snmpd;
  let file: string;
  beforeAll(async () => {
    home = await temporaryFolder('cli-files');
    file = home.file('net.trunkline');
    agent = await startSnmpd({ users: [], sysName: 'watched' });
  });
  afterAll(async () => {
    await agent.stop();
    await home.remove();
  });

  const discover = (...more: readonly string[]): readonly string[] => {
    const agentOptions = ['--port', String(agent.port), '--community', 'public'];
    return ['discover', '127.0.0.1', '--file', file, '--allow', '127.0.0.0/8', ...agentOptions, ...more];
  };

  it('a second discovery of the same device adds nothing', async () => {
    const first = await run(...discover('--json'));
    expect(first, first.stderr).toMatchObject({ code: 0 });
    expect(JSON.parse(first.stdout)).toMatchObject({ devices: [{ name: 'watched', address: '127.0.0.1' }], links: [] });
    const rows = async (): Promise<unknown> =>
      (JSON.parse((await run('check', '--file', file, '--json')).stdout) as { rows: Record<string, number> }).rows;
    const before = await rows();
    expect(before).toMatchObject({ devices: 1, credentials: 1 });
    const second = await run(...discover('--json'));
    expect(JSON.parse(second.stdout)).toEqual(JSON.parse(first.stdout));
    expect(await rows()).toEqual(before);
  });

  it('Ctrl-C ends a discovery in a moment, and what was found by then is kept', async () => {
    const stopped = home.file('stopped.trunkline');
    await using hung = await startSnmpd({ users: [], address: '127.0.0.2', port: agent.port });
    hung.pause();
    const args = discover().map((word) => (word === file ? stopped : word));
    await using discovery = startTrunkline([...args, '127.0.0.2'], { home: home.path });
    await until(() => /^127\.0\.0\.1 watched: done/m.test(discovery.stderr()), { timeoutMs: 20_000 });
    const signalledAtMs = performance.now();
    discovery.signal('SIGINT');
    const { code, stderr, stdout } = await discovery.ended;
    const tookMs = performance.now() - signalledAtMs;
    hung.continue();
    expect(code).toBe(1);
    expect(stderr).toMatch(/Stopped after 1 device; what was found is kept\. Kept in .*stopped\.trunkline/);
    expect(stderr).toMatch(/^trunkline: stopped before the discovery was done$/m);
    expect(tookMs).toBeLessThan(3000);
    expect(stdout).toContain('watched');
    const kept = JSON.parse((await run('export', '--file', stopped, '--format', 'json')).stdout) as unknown;
    expect(kept).toMatchObject({ devices: [{ name: 'watched', managed: true }] });
  });

  it('while one watches, others read; a second engine is refused by name, and an agent that dies is told', async () => {
    // Intervals short enough for a test; the same key file as the commands have.
    await using prepared = await startTestEngine({ file, vault: openFileVault({ keyFile: keyFileOf(home.path) }) });
    await prepared.client.call('settings.change', { values: { counterIntervalS: 5, icmpIntervalS: 1 } });
    await prepared[Symbol.asyncDispose]();

    await using watch = startTrunkline(['watch', '--file', file, '--json'], { home: home.path });
    await until(() => watch.stderr().includes('Ctrl-C ends'), { timeoutMs: 20_000 });
    const copy = home.file('copy.trunkline');
    const [json, csv, poll, backup] = await Promise.all([
      run('export', '--file', file, '--format', 'json'),
      run('export', '--file', file, '--format', 'csv'),
      run('poll', '--file', file, '--cycles', '2', '--json'),
      run('backup', '--file', file, '--to', copy),
    ]);
    expect(JSON.parse(json.stdout)).toMatchObject({ devices: [{ name: 'watched', address: '127.0.0.1' }], links: [] });
    expect(csv.stdout).toMatch(/^a_device,.*protocols\r\nwatched,127\.0\.0\.1,/);
    expect(poll).toMatchObject({ code: 1, stdout: '' });
    expect(poll.stderr).toMatch(
      new RegExp(`net\\.trunkline is open in Trunkline .*process ${watch.pid} on .*Close that`),
    );
    expect(poll.stderr).not.toMatch(/^\s+at /m);
    expect(backup).toMatchObject({ code: 0 });
    const checked = await run('check', '--file', copy, '--json');
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, rows: { devices: 1 } });

    await agent.kill();
    const told = (): WatchLine[] => watch.lines().map((line) => JSON.parse(line) as WatchLine);
    const find = (wanted: (line: WatchLine) => boolean, what: string): Promise<WatchLine> =>
      until(() => told().find(wanted), { what: `${what} among ${watch.stdout()}`, timeoutMs: 20_000 });
    const silent = await find((line) => line.kind === 'state' && line.to === 'silent', 'a silent agent');
    expect(silent).toMatchObject({ device: 'watched', aspect: 'snmp', because: expect.stringContaining('SNMP agent') });
    const open = await find((line) => line.kind === 'incident' && line.phase === 'open', 'an open incident');
    expect(open).toMatchObject({ id: expect.any(Number), root: { device: 'watched' }, affected: [], why: /./ });
    watch.signal('SIGINT');
    expect(await watch.ended).toMatchObject({ code: 0 });
    for (const line of told()) expect(line.at).toMatch(/^20\d\d-.*Z$/);
    await agent.restart();
  });

  it('polls as often as it was asked, and prints one document', async () => {
    const polled = await run('poll', '--file', file, '--cycles', '2', '--json');
    expect(polled, polled.stderr).toMatchObject({ code: 0 });
    const cycle = { devices: 1, answered: 1, durationMs: expect.any(Number) };
    expect(JSON.parse(polled.stdout)).toEqual({ cycles: [cycle, cycle] });
    expect(polled.stderr).toMatch(/^cycle 2: 1 of 1 devices answered, \d+ ms$/m);
  });
});

describe('files that are not what they should be', () => {
  let sound: string;
  beforeAll(async () => {
    home = await temporaryFolder('cli-files');
    sound = home.file('sound.trunkline');
    await using test = await startTestEngine({ file: sound });
    const devices = Array.from({ length: 60 }, (_, index) => `10.0.0.${index + 1}`);
    await Promise.all(devices.map((address) => test.client.call('device.add', { address })));
  });
  afterAll(() => home.remove());

  const variant = async (name: string, change: (bytes: Buffer) => void): Promise<string> => {
    const bytes = await readFile(sound);
    change(bytes);
    await writeFile(home.file(name), bytes);
    return home.file(name);
  };

  it('a sound one is found sound', async () => {
    const { code, stdout, stderr } = await run('check', '--file', sound);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/no damage found, \d+ bytes, format \d+\n[^]*devices +60\n/);
  });

  it('a damaged one is told apart, with what to do', async () => {
    const damaged = await variant('damaged.trunkline', (bytes) => bytes.fill(0xa5, 4096 * 4, bytes.length - 4096));
    const { code, stdout, stderr } = await run('check', '--file', damaged);
    expect(code).toBe(1);
    expect(stdout).toMatch(/DAMAGED|^$/);
    expect(stderr).toMatch(/damaged.*backup/s);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('a foreign one and a newer one are refused in plain words by every command', async () => {
    const letter = home.file('letter.trunkline');
    await writeFile(letter, 'Dear Sir or Madam, '.repeat(500));
    const songs = home.file('songs.trunkline');
    const other = new Database(songs);
    other.exec('CREATE TABLE songs (title TEXT)');
    other.close();
    const newer = await variant('newer.trunkline', () => undefined);
    const connection = new Database(newer);
    connection.pragma('user_version = 990');
    connection.close();
    const cases = [
      ['check', letter, /not a Trunkline network file/],
      ['watch', songs, /not a Trunkline network file/],
      ['check', newer, /newer Trunkline .*schema 990.*Open it with the newer/],
      ['poll', newer, /newer Trunkline .*schema 990.*Open it with the newer/],
    ] as const;
    const finished = await Promise.all(cases.map(([command, file]) => run(command, '--file', file)));
    for (const [index, { code, stderr }] of finished.entries()) {
      expect(stderr).toMatch(cases[index]?.[2] ?? /^$/);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(code).toBe(1);
    }
    expect(await readFile(letter, 'utf8')).toBe('Dear Sir or Madam, '.repeat(500));
  });
});
