/** `trunkline probe` against a real agent: what it prints, what it says when it fails, and that secrets stay hidden. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freeUdpPort } from '../../helpers/free-port.ts';
import { startSnmpd, type Snmpd } from '../../helpers/snmpd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot, missingTools, tool } from '../../helpers/tools.ts';
import { startTrunkline, trunkline, type Finished } from './trunkline-process.ts';

const words = z.string().min(1).nullable();
const number = z.number().nullable();

/** The shape that is promised to scripts: nothing more, nothing else. */
const promised = z.strictObject({
  identity: z.strictObject({
    sysName: words,
    sysDescr: words,
    sysObjectID: words,
    vendor: words,
    model: words,
    os: words,
    osVersion: words,
    serial: words,
  }),
  interfaces: z
    .array(
      z.strictObject({
        ifIndex: z.int(),
        name: words,
        description: words,
        alias: words,
        type: words,
        speedBps: number,
        adminStatus: words,
        operStatus: words,
        mac: words,
        mtu: number,
        inOctets: z.union([z.int(), z.string().regex(/^\d{16,20}$/)]).nullable(),
        outOctets: z.union([z.int(), z.string().regex(/^\d{16,20}$/)]).nullable(),
      }),
    )
    .min(1),
  processors: z.array(z.strictObject({ name: z.string().min(1), percent: number })),
  memory: z
    .array(z.strictObject({ name: z.string().min(1), usedPercent: number, usedBytes: number, totalBytes: number }))
    .min(1),
  storage: z.array(z.strictObject({ name: z.string().min(1), usedPercent: number, totalBytes: number })),
  sensors: z.array(
    z.strictObject({
      kind: z.string(),
      name: z.string(),
      value: number,
      unit: words,
      status: words.optional(),
      oid: words.optional(),
    }),
  ),
  neighbours: z.array(z.unknown()).length(0),
  stats: z.strictObject({ requests: z.int().positive(), durationMs: z.number().positive() }),
  warnings: z.array(z.string()),
});

const V3 = ['--v3-user', 'sha256-aes', '--v3-auth', 'sha256:env:AUTH', '--v3-priv', 'aes:env:PRIV'];
const ENV = {
  COMMUNITY: 'planted-public',
  AUTH: 'auth-sha256-1',
  PRIV: 'priv-aes-1',
  AUTH_MD5: 'auth-md5-1',
  PRIV_DES: 'priv-des-1',
  WRONG: 'planted-wrong-secret',
};

const commandLineOf = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

const notRun = missingTools('snmpd');
const notRunApart = missingTools('unshare') || missingRoot();

describe.skipIf(notRun)(`trunkline probe${notRun}`, () => {
  let agent: Snmpd;
  let home: TemporaryFolder;
  let garbage: Socket;
  beforeAll(async () => {
    home = await temporaryFolder('cli-probe');
    agent = await startSnmpd({ community: 'planted-public', sysName: 'probed' });
    garbage = createSocket('udp4');
    garbage.on('message', (_, from) => garbage.send('SSH-2.0-OpenSSH_9.2\r\n', from.port, from.address));
    garbage.bind(0, '127.0.0.1');
    await once(garbage, 'listening');
  });
  afterAll(async () => {
    garbage.close();
    await agent.stop();
    await home.remove();
  });

  const probe = (args: readonly string[], port = agent.port): Promise<Finished> =>
    trunkline(['probe', '127.0.0.1', '--port', String(port), ...args], { home: home.path, env: ENV });

  const expectNoSecret = (run: Finished): void => {
    for (const secret of Object.values(ENV)) expect(run.stdout + run.stderr).not.toContain(secret);
  };

  it.concurrent.each([
    ['v1', ['--snmp-version', '1', '--community', 'env:COMMUNITY']],
    ['v2c, community in the environment', ['--community', 'env:COMMUNITY']],
    ['v3 authPriv, passwords in the environment', V3],
    ['v3 authNoPriv', ['--v3-user', 'sha256', '--v3-auth', 'sha-256:env:AUTH']],
    ['v3 with DES', ['--v3-user', 'md5-des', '--v3-auth', 'md5:env:AUTH_MD5', '--v3-priv', 'des:env:PRIV_DES']],
    ['v3 noAuthNoPriv', ['--v3-user', 'none']],
  ])('--json prints exactly the promised shape by %s', async (_, args) => {
    const run = await probe([...args, '--json']);
    expect(run).toMatchObject({ code: 0 });
    const document = promised.parse(JSON.parse(run.stdout));
    expect(document.identity.sysName).toBe('probed');
    expect(document.interfaces.find((row) => row.name === 'lo')).toMatchObject({ operStatus: 'up', mac: null });
    expectNoSecret(run);
  });

  it.concurrent(
    'takes a secret from a file, with or without an end of line, and speaks to people without --json',
    async () => {
      const path = home.file('community');
      await writeFile(path, 'planted-public\r\n', { mode: 0o600 });
      const run = await probe(['--community', `file:${path}`]);
      expect(run).toMatchObject({ code: 0 });
      expect(run.stdout).toMatch(/^probed\n.*Interfaces \(\d+\)\n.* requests in \d\.\d\d s\n$/s);
      expect(run.stderr).toContain('Who is it?');
      expectNoSecret(run);
    },
  );

  const v3 = (user: string, auth: string, priv: string): readonly string[] => [
    '--v3-user',
    user,
    '--v3-auth',
    `sha256:env:${auth}`,
    '--v3-priv',
    `aes:env:${priv}`,
  ];

  /** What is wrong, how it is asked, what stderr says: target, time, and the option that mends it. */
  it.concurrent.each<readonly [string, readonly string[], RegExp]>([
    [
      'a wrong community',
      ['--community', 'env:WRONG'],
      /did not answer SNMP v2c within 3\.\d s \(3 tries\).*--community/,
    ],
    ['a wrong v3 user', v3('planted-nobody', 'AUTH', 'PRIV'), /After \d\.\d s.*--v3-user/],
    ['a wrong v3 authentication password', v3('sha256-aes', 'WRONG', 'PRIV'), /After \d\.\d s.*--v3-auth/],
    ['a wrong v3 privacy password', v3('sha256-aes', 'AUTH', 'WRONG'), /After \d\.\d s.*--v3-priv/],
  ])('%s: says so, what it waited, and what mends it', async (_, args, expected) => {
    const run = await probe(args);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(new RegExp(`127\\.0\\.0\\.1:${agent.port} `));
    expect(run.stderr).toMatch(expected);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expectNoSecret(run);
  });

  it.concurrent('a closed port is told from silence', async () => {
    const port = await freeUdpPort();
    const run = await probe(['--community', 'env:COMMUNITY', '--json'], port);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      new RegExp(`127\\.0\\.0\\.1:${port} is up, but nothing listens .*After \\d\\.\\d s.*--port`),
    );
  });

  it.concurrent('what answers but is no SNMP is called that', async () => {
    const { port } = garbage.address();
    const run = await probe(['--community', 'env:COMMUNITY'], port);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      new RegExp(`127\\.0\\.0\\.1:${port} answered within \\d\\.\\d s with something that is not SNMP v2c.*--port`),
    );
  });

  it.skipIf(notRunApart)(
    `an address without a route is named as such${notRunApart}`,
    { concurrent: true },
    async () => {
      const args = ['probe', '198.51.100.7', '--community', 'env:COMMUNITY'];
      const run = await trunkline(args, { home: home.path, env: ENV, inside: [tool('unshare'), '-n'] });
      expect(run).toMatchObject({ code: 1, stdout: '' });
      expect(run.stderr).toMatch(/198\.51\.100\.7:161 cannot be reached: there is no route.*After \d\.\d s/);
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'no secret stands in the process list while it asks, and Ctrl-C ends it at once',
    { concurrent: true },
    async () => {
      const silent = createSocket('udp4').bind(0, '127.0.0.1');
      await once(silent, 'listening');
      const asked = once(silent, 'message');
      const port = String(silent.address().port);
      await using run = startTrunkline(['probe', '127.0.0.1', '--port', port, ...V3], { home: home.path, env: ENV });
      await asked;
      const commandLine = commandLineOf(run.pid);
      run.signal('SIGINT');
      const finished = await run.ended;
      silent.close();
      expect(commandLine).toContain('sha256:env:AUTH');
      for (const secret of Object.values(ENV)) expect(commandLine).not.toContain(secret);
      expect(finished).toMatchObject({ code: 1, stdout: '' });
      expect(finished.stderr).toMatch(/was cancelled after \d\.\d s/);
    },
  );
});
