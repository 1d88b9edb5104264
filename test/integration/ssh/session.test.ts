import { execFile, execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { loadProfiles } from '../../../electron/engine/ssh/load-profiles.ts';
import { runProfile } from '../../../electron/engine/ssh/run-profile.ts';
import type { SshOpening } from '../../../electron/engine/ssh/session.ts';
import { freeTcpPort } from '../../helpers/free-port.ts';
import { startScriptedSshd } from '../../helpers/scripted-sshd.ts';
import { startSshd } from '../../helpers/sshd.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot, missingTools, tool } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { CISCO, LOGIN } from './device-scripts.ts';
import { logInto, openForTest, tryOpen } from './open-for-test.ts';

const run = promisify(execFile);
const notRun = missingRoot() || missingTools('sshd', 'ssh-keygen', 'unshare');
const PASSWORD = { kind: 'ssh-password', ...LOGIN } as const;
const OPS = { kind: 'ssh-password', user: 'ops', password: 'ops-lab-password' } as const;
const signal = new AbortController().signal;

const problemOf = (opening: SshOpening): { code: string; message: string; offered: string | null } => {
  if (opening.kind === 'ok') throw new Error('it opened');
  return { ...opening.problem, offered: opening.offered };
};

describe.skipIf(notRun)(`a real OpenSSH server${notRun}`, () => {
  test('linux gives facts and configuration by exec and by terminal, and the fingerprint is what ssh-keygen prints', async () => {
    await using sshd = await startSshd();
    await using folder = await temporaryFolder('key');
    const session = await openForTest(sshd.port, OPS);
    execFileSync('tee', [folder.file('host.pub')], { input: `${await sshd.hostKey()}\n` });
    const printed = await run(tool('ssh-keygen'), ['-l', '-f', folder.file('host.pub')]);
    expect(printed.stdout.split(' ')[1]).toBe(session.fingerprint);
    const { profiles } = await loadProfiles(fileURLToPath(new URL('../../../resources/profiles/ssh', import.meta.url)));
    const profile = profiles.get('linux');
    if (profile === undefined) throw new Error('no profile');
    const release = await readFile('/etc/os-release', 'utf8');
    for (const modes of [['exec'], ['shell']] as const) {
      const outcome = await runProfile({
        session,
        profile: { ...profile, modes: [...modes] },
        password: null,
        deadlineMs: 20_000,
        signal,
      });
      expect(outcome).toMatchObject({ kind: 'ok', value: { profile: 'linux', warnings: [] } });
      if (outcome.kind !== 'ok') return;
      expect(release).toContain(outcome.value.facts['os']);
      expect(outcome.value.facts['kernel']).toContain((await run('uname', ['-r'])).stdout.trim());
      expect(outcome.value.config).toContain('# ip route');
    }
    session.close();
  });

  test('a command is run, its status told, its end awaited no longer than allowed', async () => {
    await using sshd = await startSshd();
    const session = await openForTest(sshd.port, OPS);
    expect(await session.run('echo hello', { deadlineMs: 5000, signal })).toEqual({ kind: 'ok', value: 'hello\n' });
    const refused = await session.run('echo part; exit 3', { deadlineMs: 5000, signal });
    expect(refused).toMatchObject({ kind: 'partial', value: 'part\n', problems: [{ code: 'refused-by-agent' }] });
    const late = await session.run('sleep 60', { deadlineMs: 200, signal });
    expect(late).toMatchObject({ kind: 'failed', problem: { code: 'silent' } });
    const flood = await session.run('yes', { deadlineMs: 20_000, signal, maxBytes: 100_000 });
    expect(flood).toMatchObject({ kind: 'failed', problem: { code: 'garbage' } });
    const stop = new AbortController();
    const cancelled = session.run('sleep 60', { deadlineMs: 20_000, signal: stop.signal });
    stop.abort();
    expect(await cancelled).toMatchObject({ kind: 'failed', problem: { code: 'cancelled' } });
    session.close();
    expect(await session.run('true', { deadlineMs: 5000, signal })).toMatchObject({ kind: 'failed' });
  });

  test('keys open it: without and with passphrase, and each way a key fails names its mend', async () => {
    await using sshd = await startSshd();
    await using folder = await temporaryFolder('key');
    (await openForTest(sshd.port, { kind: 'ssh-key', user: 'ops', privateKey: sshd.privateKey })).close();
    const locked = folder.file('locked');
    execFileSync('install', ['-m', '600', sshd.privateKeyPath, locked]);
    await run(tool('ssh-keygen'), ['-q', '-p', '-P', '', '-N', 'Pl4nted-Phrase', '-f', locked]);
    const privateKey = await readFile(locked, 'utf8');
    const key = { kind: 'ssh-key', user: 'ops', privateKey } as const;
    (await openForTest(sshd.port, { ...key, passphrase: 'Pl4nted-Phrase' })).close();
    const none = problemOf(await tryOpen(sshd.port, key));
    expect(none).toMatchObject({ code: 'wrong-auth', offered: null });
    expect(none.message).toContain('give its passphrase');
    const wrong = problemOf(await tryOpen(sshd.port, { ...key, passphrase: 'Pl4nted-Wrong' }));
    expect(wrong.message).toContain('does not open with this passphrase');
    const broken = problemOf(await tryOpen(sshd.port, { ...key, privateKey: 'Pl4nted-Nonsense' }));
    expect(broken.message).toContain('paste it whole');
    expect(none.message + wrong.message + broken.message).not.toContain('Pl4nted');
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      type: 'pkcs1',
      format: 'pem',
    });
    const refused = problemOf(await tryOpen(sshd.port, { ...key, privateKey: other.toString() }));
    expect(refused).toMatchObject({ code: 'wrong-auth' });
    expect(refused.message).toContain('key refused');
  });

  test('a changed host key is refused with both fingerprints, the same one is not', async () => {
    await using sshd = await startSshd();
    const session = await openForTest(sshd.port, OPS);
    session.close();
    const trusted = session.fingerprint;
    expect(await tryOpen(sshd.port, OPS, { trusted })).toMatchObject({ kind: 'ok' });
    await sshd.changeHostKey();
    const refused = problemOf(await tryOpen(sshd.port, OPS, { trusted }));
    expect(refused.code).toBe('host-key-changed');
    expect(refused.message).toContain(trusted);
    expect(refused.message).toContain(refused.offered);
    expect(refused.offered).not.toBe(trusted);
    expect(sshd.output()).not.toMatch(/Failed|Accepted/);
  });

  test.each([
    ['ciphers', ['Ciphers aes128-cbc']],
    ['key exchange', ['KexAlgorithms diffie-hellman-group14-sha1']],
    ['the smallest group', ['KexAlgorithms diffie-hellman-group1-sha1']],
    ['MACs', ['MACs hmac-md5', 'Ciphers aes128-ctr']],
  ])('old %s are still spoken', async (_what, config) => {
    await using sshd = await startSshd({ config });
    (await openForTest(sshd.port, OPS)).close();
  });

  test('a server with which no method is shared says so', async () => {
    await using sshd = await startSshd({ config: ['KexAlgorithms sntrup761x25519-sha512@openssh.com'] });
    const refused = problemOf(await tryOpen(sshd.port, OPS));
    expect(refused).toMatchObject({ code: 'unsupported', offered: null });
    expect(refused.message).toContain('no common SSH method');
  });

  test('keyboard-interactive alone takes the password too', async () => {
    await using sshd = await startSshd({ config: ['PasswordAuthentication no'] });
    (await openForTest(sshd.port, OPS)).close();
  });
});

describe('what goes wrong on the way', () => {
  test('no credential is ever sent to a host whose key changed', async () => {
    await using sshd = await startScriptedSshd(CISCO);
    const lines: string[] = [];
    const trusted = 'SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const refused = problemOf(await tryOpen(sshd.port, PASSWORD, { trusted, log: logInto(lines) }));
    expect(refused.code).toBe('host-key-changed');
    expect(refused.message).toContain('No credential was sent');
    expect(sshd.attempts).toEqual([]);
    expect(lines).toHaveLength(1);
    // Not even the user's name is known to it; with the right key it gets both.
    (await openForTest(sshd.port, PASSWORD)).close();
    expect(sshd.attempts.at(-1)).toMatchObject({ user: LOGIN.user, secret: LOGIN.password });
  });

  test('a refused password names the mend, and stands in no message and no log', async () => {
    await using sshd = await startScriptedSshd(CISCO);
    const lines: string[] = [];
    const credential = { ...PASSWORD, password: 'Pl4nted-Wrong' };
    const refused = problemOf(await tryOpen(sshd.port, credential, { log: logInto(lines) }));
    expect(refused).toMatchObject({ code: 'wrong-auth' });
    expect(refused.message).toMatch(/127\.0\.0\.1:\d+ failed after \d+ ms: password refused/);
    expect(refused.message + lines.join('')).not.toContain('Pl4nted');
    expect(sshd.attempts.map(({ method }) => method)).toEqual(['none', 'password', 'keyboard-interactive']);
  });

  test('a second factor gets no password', async () => {
    await using sshd = await startScriptedSshd({
      ...CISCO,
      methods: ['keyboard-interactive'],
      question: 'Verification code: ',
    });
    expect(problemOf(await tryOpen(sshd.port, PASSWORD)).code).toBe('wrong-auth');
    expect(sshd.attempts.map(({ secret }) => secret)).toEqual([null, '']);
  });

  test('a closed port, an unknown host, a silent one and one that is no SSH server are told apart', async () => {
    const closed = problemOf(await tryOpen(await freeTcpPort(), PASSWORD));
    expect(closed).toMatchObject({ code: 'port-closed' });
    expect(closed.message).toContain('connection refused');
    const unknown = problemOf(await tryOpen(22, PASSWORD, { host: 'no-such-host.invalid' }));
    expect(unknown).toMatchObject({ code: 'bad-target' });
    expect(unknown.message).toContain('unknown host');

    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const mute = problemOf(await tryOpen((silent.address() as AddressInfo).port, PASSWORD, { deadlineMs: 300 }));
    expect(mute).toMatchObject({ code: 'silent' });
    expect(mute.message).toMatch(/after 3\d\d ms: connected, but nothing there speaks SSH/);
    silent.close();

    const web = createServer((socket) => socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    web.listen(0, '127.0.0.1');
    await once(web, 'listening');
    const http = problemOf(await tryOpen((web.address() as AddressInfo).port, PASSWORD));
    expect(['garbage', 'silent']).toContain(http.code);
    web.close();
  });

  test('cancelling ends the login at once and leaves no connection', async () => {
    let open = 0;
    const server = createServer((socket) => {
      open += 1;
      socket
        .on('error', () => undefined)
        .on('close', () => (open -= 1))
        .resume();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const stop = new AbortController();
    const opening = tryOpen((server.address() as AddressInfo).port, PASSWORD, { signal: stop.signal });
    await until(() => open === 1);
    stop.abort();
    expect(problemOf(await opening).code).toBe('cancelled');
    await until(() => open === 0);
    server.close();
  });
});
