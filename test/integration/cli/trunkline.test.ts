import { spawn } from 'node:child_process';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../shared/rpc/client.ts';
import { openSocket } from '../../../shared/rpc/socket-transport.ts';
import { openStoreReadOnly } from '../../../electron/engine/store/open-store.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { startSnmpd, type Snmpd } from '../../helpers/snmpd.ts';
import { keptLog } from '../../helpers/store.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';

let folder: TemporaryFolder;
const ended: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await temporaryFolder('cli');
});
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
  await folder.remove();
});

interface Running {
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exitCode: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** `trunkline` as a person runs it, with a home of its own. */
function trunkline(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const path = folder.path;
  const home = { HOME: path, XDG_CONFIG_HOME: path, XDG_DATA_HOME: path, APPDATA: path, LOCALAPPDATA: path };
  const child = spawn(process.execPath, ['bin/trunkline.js', ...args], { env: { ...process.env, ...home, ...env } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => {
    stdout += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  const exitCode = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  ended.push(async () => {
    child.kill('SIGKILL');
    await exitCode;
  });
  return { stdout: () => stdout, stderr: () => stderr, exitCode, kill: (signal) => void child.kill(signal) };
}

async function done(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const run = trunkline(args, env);
  const exitCode = await run.exitCode;
  return { exitCode, stdout: run.stdout(), stderr: run.stderr() };
}

const COMMANDS = ['serve', 'demo', 'probe', 'discover', 'poll', 'watch', 'export', 'check', 'backup', 'profile'];

describe('usage', () => {
  test('help tells every command, and each command tells its options; both are exit code 0', async () => {
    const all = await done(['--help']);
    expect(all.exitCode).toBe(0);
    for (const command of COMMANDS) expect(all.stdout).toContain(`\n  ${command} `);
    const probe = await done(['probe', '--help']);
    expect(probe).toMatchObject({ exitCode: 0, stderr: '' });
    for (const option of ['--community', '--v3-user', '--v3-auth', '--v3-priv', '--port', '--json', 'env:NAME']) {
      expect(probe.stdout).toContain(option);
    }
  });

  test.each([
    [[]],
    [['nope']],
    [['probe']],
    [['probe', '127.0.0.1']],
    [['probe', 'r1.example', '--community', 'x']],
    [['probe', '127.0.0.1', '--community', 'x', '--port', '99999']],
    [['probe', '127.0.0.1', '--community', 'env:NOT_SET_ANYWHERE']],
    [['probe', '127.0.0.1', '--nope']],
    [['poll']],
    [['export', '--file', 'x']],
    [['export', '--file', 'x', '--format', 'docx']],
    [['export', '--file', 'x', '--format', 'json', '--at', 'yesterday-ish']],
    [['discover', '--community', 'x']],
    [['discover', 'not-an-address', '--community', 'x']],
  ])('%j is wrong usage: exit code 2, nothing on stdout', async (args) => {
    const run = await done(args);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(run.stderr).not.toBe('');
  });

  test.each([
    ['poll', '--file'],
    ['check', '--file'],
    ['watch', '--file'],
  ])('%s of a file that is not there fails with its name: exit code 1', async (command, option) => {
    const path = folder.file('missing.trunkline');
    const run = await done([command, option, path]);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain(path);
    expect(run.stderr).not.toContain('    at ');
  });

  test('a file of another kind is refused in words', async () => {
    await writeFile(folder.file('letter.trunkline'), 'Dear Sir or Madam, '.repeat(100));
    const run = await done(['export', '--file', folder.file('letter.trunkline'), '--format', 'json']);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('letter.trunkline');
    expect(run.stderr).not.toContain('    at ');
  });
});

const notRun = missingTools('snmpd');
describe.skipIf(notRun)(`with a real agent${notRun}`, () => {
  let agent: Snmpd;
  beforeAll(async () => {
    agent = await startSnmpd({ sysName: 'cli-agent', community: 'planted-community' });
  });
  afterAll(() => agent.stop());

  const at = () => ['--port', String(agent.port), '--community', 'env:COMMUNITY'];
  const env = { COMMUNITY: 'planted-community' };
  const discover = (file: string, ...more: string[]) =>
    done(['discover', '127.0.0.1', '--file', file, '--allow', '127.0.0.1/32', ...at(), ...more], env);

  test('probe --json prints one document and nothing else', async () => {
    const run = await done(['probe', '127.0.0.1', ...at(), '--json'], env);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ identity: { sysName: 'cli-agent' } });
  });

  test('probe with the wrong community fails: exit code 1, and no secret in what it says', async () => {
    const run = await done(['probe', '127.0.0.1', '--port', String(agent.port), '--community', 'wrong-planted']);
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).not.toContain('wrong-planted');
  });

  test('discover keeps what it learns; export, poll, check and backup work on it', async () => {
    const file = folder.file('net.trunkline');
    const found = await discover(file, '--json');
    expect(found, found.stderr).toMatchObject({ exitCode: 0 });
    const topology = JSON.parse(found.stdout) as { devices: unknown[]; links: unknown[] };
    expect(topology).toMatchObject({ devices: [{ name: 'cli-agent', address: '127.0.0.1' }], links: [] });
    expect(found.stderr).toContain('cli-agent');

    const exported = await done(['export', '--file', file, '--format', 'json']);
    expect(JSON.parse(exported.stdout)).toMatchObject({ devices: [{ name: 'cli-agent' }] });
    const before = await done(['export', '--file', file, '--format', 'json', '--at', '2001-01-01T00:00:00Z']);
    expect(JSON.parse(before.stdout)).toEqual({ devices: [], links: [] });
    for (const format of ['graphml', 'drawio', 'svg', 'csv']) {
      const run = await done(['export', '--file', file, '--format', format]);
      expect(run).toMatchObject({ exitCode: 0, stderr: '' });
      expect(run.stdout).toContain('cli-agent');
    }

    const polled = await done(['poll', '--file', file, '--cycles', '2', '--json'], env);
    expect(polled.exitCode, polled.stderr).toBe(0);
    expect(JSON.parse(polled.stdout)).toMatchObject({
      cycles: [
        { devices: 1, answered: 1 },
        { devices: 1, answered: 1 },
      ],
    });

    const checked = await done(['check', '--file', file, '--json']);
    expect(checked.exitCode).toBe(0);
    expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true, problems: [], rows: { devices: 1 } });

    const copy = folder.file('copy.trunkline');
    expect(await done(['backup', '--file', file, '--to', copy])).toMatchObject({ exitCode: 0 });
    expect((await stat(copy)).size).toBeGreaterThan(0);
    expect(await done(['backup', '--file', file, '--to', copy])).toMatchObject({ exitCode: 1 });
    expect(await done(['backup', '--file', file, '--to', copy, '--overwrite'])).toMatchObject({ exitCode: 0 });
    for (const said of [found, exported, polled, checked]) {
      expect(said.stdout + said.stderr).not.toContain('planted-community');
    }
  });

  test('discover keeps at which port new devices are asked by SSH, and leaves those alone that it knows', async () => {
    const file = folder.file('ssh.trunkline');
    expect(await discover(file, '--ssh-port', '2222')).toMatchObject({ exitCode: 0 });
    expect(await discover(file, '--ssh-port', '2022')).toMatchObject({ exitCode: 0 });
    const store = await openStoreReadOnly({ file, log: keptLog(), clock: systemClock, version: 'test' });
    const { devices } = await store.load();
    await store.close();
    expect(devices.map((row) => row.sshPort)).toEqual([2222]);
  });

  test('a second discover of the same file finds its credential again', async () => {
    const file = folder.file('again.trunkline');
    expect(await discover(file)).toMatchObject({ exitCode: 0 });
    const again = await done([
      'discover',
      '127.0.0.1',
      '--file',
      file,
      '--allow',
      '127.0.0.1/32',
      '--port',
      String(agent.port),
    ]);
    expect(again, again.stderr).toMatchObject({ exitCode: 0 });
    expect(again.stdout).toContain('cli-agent');
  });

  test('where nothing answers, discover fails and says so', async () => {
    const run = await done([
      'discover',
      '127.0.0.1',
      '--file',
      folder.file('none.trunkline'),
      '--port',
      '9',
      '--community',
      'x',
    ]);
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain('no device could be read');
  });

  test('serve prints an address whose token opens the engine; readers work beside it; a second engine is refused', async () => {
    const file = folder.file('served.trunkline');
    expect(await discover(file)).toMatchObject({ exitCode: 0 });
    const serving = trunkline(['serve', '--file', file]);
    const printed = await until(() => /^(http:\/\/127\.0\.0\.1:\d+\/)#token=(\S+)\n/.exec(serving.stdout()));
    const [, address = '', token = ''] = printed;
    const client = connect(() => openSocket(new WebSocket(address.replace('http', 'ws') + 'rpc')), {
      clock: systemClock,
      token,
    });
    expect(await client.call('network.info', {})).toMatchObject({ file: 'served.trunkline', vault: 'key file' });
    client.close();
    expect(serving.stderr()).not.toContain(token);
    expect(await done(['export', '--file', file, '--format', 'json'])).toMatchObject({ exitCode: 0 });
    const second = await done(['poll', '--file', file]);
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toMatch(/served\.trunkline/);
    serving.kill('SIGTERM');
    expect(await serving.exitCode).toBe(0);
    expect(await done(['poll', '--file', file])).toMatchObject({ exitCode: 0 });
  });

  test('watch --json prints JSON Lines, and ends cleanly', async () => {
    const file = folder.file('watched.trunkline');
    expect(await discover(file)).toMatchObject({ exitCode: 0 });
    const watching = trunkline(['watch', '--file', file, '--json']);
    const lines = () =>
      watching
        .stdout()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { kind: string });
    await until(() => lines().some((line) => line.kind === 'state'), { timeoutMs: 20_000 });
    for (const line of lines())
      expect(line).toMatchObject({ at: expect.stringMatching(/^20.*Z$/), kind: expect.any(String) });
    watching.kill('SIGINT');
    expect(await watching.exitCode).toBe(0);
  });
});

test('demo runs without a file of ours, and leaves none behind', async () => {
  const temporary = folder.path;
  const demo = trunkline(['demo'], { TMPDIR: temporary, TEMP: temporary, TMP: temporary });
  await until(() => demo.stdout().startsWith('http://127.0.0.1:'), { timeoutMs: 20_000 });
  const left = async () => (await readdir(temporary)).filter((name) => name.startsWith('trunkline-demo-'));
  expect(await left()).toHaveLength(1);
  demo.kill('SIGINT');
  expect(await demo.exitCode).toBe(0);
  expect(await left()).toEqual([]);
});
