/**
 * Secrets are planted and everything that leaves the engine is searched for them: the network file and its companions, the
 * log at debug level, every frame to a page, the process list, exports and backups; plainly, and as base64 or hexadecimal.
 */
import { execFile } from 'node:child_process';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineContract, type TopicName } from '../../../shared/contract/index.ts';
import { connect } from '../../../shared/rpc/client.ts';
import type { EngineClient } from '../../../shared/rpc/client-types.ts';
import { openSocket } from '../../../shared/rpc/socket-transport.ts';
import { runCommandLine } from '../../../electron/cli/run.ts';
import { openFileVault } from '../../../electron/headless/file-vault.ts';
import { serveEngine, type HeadlessRun } from '../../../electron/headless/run-headless.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { startScriptedSshd, type ScriptedSshd } from '../../helpers/scripted-sshd.ts';
import { startSnmpd, type Snmpd } from '../../helpers/snmpd.ts';
import { startSshd, type Sshd } from '../../helpers/sshd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot, missingTools, tool } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { CISCO, LOGIN, SECRETS } from '../ssh/device-scripts.ts';
import { startTestEngine, type TestEngine } from './test-engine.ts';

const COMMUNITY = 'Pl4nted-community';
const WRONG_COMMUNITY = 'Pl4nted-wrong-community';
const AUTH = 'Pl4nted-auth-password';
const PRIV = 'Pl4nted-priv-password';
const SSH_PASSWORD = 'Pl4nted-ssh-password';
const PASSPHRASE = 'Pl4nted-passphrase';
const CHOSEN = [COMMUNITY, WRONG_COMMUNITY, AUTH, PRIV, SSH_PASSWORD, PASSPHRASE, LOGIN.password, ...SECRETS];

const notRun = missingTools('snmpd', 'sshd', 'ssh-keygen', 'unshare') || missingRoot();

describe.skipIf(notRun)(`planted secrets${notRun}`, () => {
  let folder: TemporaryFolder;
  let file: string;
  let agent: Snmpd;
  let server: Sshd;
  let router: ScriptedSshd;
  let test: TestEngine;
  let run: HeadlessRun;
  let client: EngineClient;
  let secrets: readonly string[];
  /** Text of each frame that went to the page. */
  const frames: string[] = [];
  /** By process id: they do not change while a process lives. */
  const commandLines = new Map<string, string>();
  let watching: NodeJS.Timeout;

  beforeAll(async () => {
    folder = await temporaryFolder('secrets');
    file = folder.file('net.trunkline');
    const user = {
      name: 'planted',
      auth: { protocol: 'SHA-256', secret: AUTH },
      priv: { protocol: 'AES', secret: PRIV },
    } as const;
    [agent, server, router] = await Promise.all([
      startSnmpd({ community: COMMUNITY, users: [user], sysName: 'agent-1' }),
      startSshd({ users: [{ name: 'ops', password: SSH_PASSWORD }] }),
      startScriptedSshd(CISCO),
    ]);
    const privateKey = await encryptedKey();
    // Any line of the key gives it away.
    secrets = [...CHOSEN, ...privateKey.split('\n').slice(1, 4), ...server.privateKey.split('\n').slice(1, 4)];
    test = await startTestEngine({
      file,
      vault: openFileVault({ keyFile: folder.file('vault.key') }),
      sshPorts: { '127.0.0.1': server.port, '127.0.0.2': router.port, '127.0.0.3': server.port },
      polling: true,
    });
    run = await serveEngine({ ...test, host: test.engine.context.host, close: () => Promise.resolve() }, 0);
    client = recordingPage();
    watching = setInterval(() => void noteProcesses(), 20);
    await live(privateKey);
  });
  afterAll(async () => {
    clearInterval(watching);
    client.close();
    await run.close();
    await test[Symbol.asyncDispose]();
    await Promise.all([agent.stop(), server.stop(), router.stop()]);
    await folder.remove();
  });

  /** The key that the server takes, sealed by the passphrase. */
  async function encryptedKey(): Promise<string> {
    const path = folder.file('sealed-key');
    await copyFile(server.privateKeyPath, path);
    await promisify(execFile)(tool('ssh-keygen'), ['-q', '-p', '-P', '', '-N', PASSPHRASE, '-f', path]);
    return readFile(path, 'utf8');
  }

  function recordingPage(): EngineClient {
    const open = () => {
      const socket = new WebSocket(`ws://127.0.0.1:${run.server.port}/rpc`);
      socket.addEventListener('message', ({ data }) => void frames.push(String(data)));
      return openSocket(socket);
    };
    return connect(open, { clock: systemClock, token: run.server.token });
  }

  async function noteProcesses(): Promise<void> {
    if (process.platform !== 'linux') return;
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && !commandLines.has(name));
    for (const pid of pids) {
      // Some have ended by now.
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      commandLines.set(pid, line.replaceAll('\0', ' '));
    }
  }

  /** All that a page can do with credentials, well and badly. */
  async function live(privateKey: string): Promise<void> {
    const add = async (name: string, secret: Parameters<typeof client.call<'credential.add'>>[1]['secret']) =>
      (await client.call('credential.add', { name, secret })).credentialId;
    const topics = Object.keys(engineContract.topics).filter((name) => name !== 'interfaces') as TopicName[];
    for (const name of topics) client.follow(name, {}, () => undefined);
    await add('wrong community', { kind: 'snmp-community', community: WRONG_COMMUNITY });
    const good = await add('community', { kind: 'snmp-community', community: COMMUNITY });
    const v3 = await add('v3', {
      kind: 'snmp-v3',
      user: 'planted',
      authProtocol: 'sha256',
      authPassword: AUTH,
      privProtocol: 'aes',
      privPassword: PRIV,
    });
    const key = await add('key', {
      kind: 'ssh-key',
      user: 'ops',
      privateKey,
      passphrase: PASSPHRASE,
      profile: 'linux',
    });
    const password = await add('password', { kind: 'ssh-password', user: 'ops', password: SSH_PASSWORD });
    const login = await add('router', { kind: 'ssh-password', ...LOGIN });
    await client.call('discovery.start', {
      seeds: ['127.0.0.1', '127.0.0.9'],
      allow: ['127.0.0.0/8'],
      credentialIds: [v3],
      snmpPort: agent.port,
    });
    await test.engine.context.discovery.ended();
    const [{ deviceId }, { deviceId: third }] = await Promise.all([
      client.call('device.add', { address: '127.0.0.2', snmpPort: agent.port, credentialIds: [login] }),
      client.call('device.add', { address: '127.0.0.3', snmpPort: agent.port, credentialIds: [password] }),
    ]);
    const first = test.engine.context.network.deviceItems.all().find((device) => device.address === '127.0.0.1');
    await Promise.all([deviceId, third, first?.id ?? 0].map((id) => client.call('device.poll', { deviceId: id })));
    // The router turns a wrong login away at once; a real sshd takes its seconds.
    const places = [good, v3, key, password, login].map((credentialId) => ({
      credentialId,
      address: credentialId === password ? '127.0.0.1' : '127.0.0.2',
      port: 22,
    }));
    const tests = await Promise.all(places.map((place) => client.call('credential.test', place)));
    expect(tests.some((result) => result.ok) && tests.some((result) => !result.ok)).toBe(true);
    await client.call('credential.test', { credentialId: v3, address: '127.0.0.1', port: agent.port });
    await client
      .call('credential.add', { name: 'bad', secret: { community: COMMUNITY } as never })
      .catch(() => undefined);
    await client.call('search.find', { text: 'Pl4nted' });
    await client.call('event.list', { fromMs: 0, toMs: Date.now() + 1000 });
    await client.call('incident.list', { fromMs: 0, toMs: Date.now() + 1000 });
  }

  /** What is found of any secret: nothing, one hopes. */
  const findings = (where: string, content: Buffer | string): string[] => {
    const bytes = Buffer.from(content);
    return secrets.flatMap((secret) => {
      const forms = [
        secret,
        Buffer.from(secret).toString('base64').replace(/=+$/, ''),
        Buffer.from(secret).toString('hex'),
      ];
      return forms.filter((form) => bytes.includes(form)).map((form) => `${form} in ${where}`);
    });
  };

  const called = async (line: readonly string[]): Promise<string> => {
    let said = '';
    const add = (text: string): void => void (said += `${text}\n`);
    const code = await runCommandLine(line, { out: add, say: add, env: {}, stop: new AbortController().signal });
    expect({ line, code }).toEqual({ line, code: 0 });
    return said;
  };

  it('were all used: every way in was taken, and the search would find them where they are', async () => {
    const { network } = test.engine.context;
    const used = [...network.deviceCredentials.all()].map((row) => network.credentials.get(row.credentialId)?.name);
    expect(new Set(used)).toEqual(new Set(['v3', 'key', 'password', 'router']));
    expect(server.output()).toMatch(/Accepted publickey for ops/);
    expect(server.output()).toMatch(/Accepted password for ops/);
    expect(router.attempts.some((attempt) => attempt.secret === LOGIN.password)).toBe(true);
    expect(findings('itself', `x${COMMUNITY}y`)).toHaveLength(1);
    expect(findings('itself', Buffer.from(PRIV).toString('hex'))).toHaveLength(1);
  });

  it('are not in the network file, its companions, or a backup', async () => {
    await test.engine.context.store.flush();
    const names = (await readdir(folder.path)).filter((name) => name.startsWith('net.trunkline'));
    expect(names).toEqual(expect.arrayContaining(['net.trunkline', 'net.trunkline-wal', 'net.trunkline-shm']));
    await called(['backup', '--file', file, '--to', folder.file('copy.trunkline')]);
    for (const name of [...names, 'copy.trunkline'])
      expect(findings(name, await readFile(folder.file(name)))).toEqual([]);
  });

  it('are not in the log at debug level', () => {
    expect(test.log.length).toBeGreaterThan(1);
    expect(findings('the log', test.log.join('\n'))).toEqual([]);
    expect(test.log.join('\n')).not.toContain(run.server.token);
  });

  it('are in no frame to a page, though every topic was followed', async () => {
    await until(() => frames.length > 30);
    expect(frames.join('\n')).toContain('agent-1');
    expect(findings('a frame', frames.join('\n'))).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('stand in no process list', () => {
    const lines = [...commandLines.values()];
    expect(lines.some((line) => line.includes('snmpd'))).toBe(true);
    expect(findings('the process list', lines.join('\n'))).toEqual([]);
  });

  it('are in no export', async () => {
    for (const format of ['json', 'csv', 'graphml', 'drawio', 'svg']) {
      const exported = await called(['export', '--file', file, '--format', format]);
      expect(exported).toContain('agent-1');
      expect(findings(format, exported)).toEqual([]);
    }
  });

  it('of a configuration are masked for people, and sealed so that only the vault reads them', async () => {
    const { network, store } = test.engine.context;
    const device = [...network.devices.all()].find((row) => row.address === '127.0.0.2');
    const [summary] = await store.readRevisions(device?.id ?? 0);
    const revision = await store.readRevision(summary?.id ?? 0);
    expect(revision?.text).toContain('«hidden»');
    expect(findings('the masked text', revision?.text ?? '')).toEqual([]);
    const sealed = revision?.sealed ?? new Uint8Array();
    const own = openFileVault({ keyFile: folder.file('vault.key') });
    expect(await own.open(sealed)).toContain(`enable secret 5 ${SECRETS[0]}`);
    const stranger = openFileVault({ keyFile: folder.file('other.key') });
    expect(await stranger.open(sealed)).toBeNull();
  });
});
