/** Terminals as a page uses them, on a real OpenSSH server: output in order and bounded, keys checked, no secret anywhere. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_PER_DEVICE } from '../../../electron/engine/terminal/terminals.ts';
import { WINDOW_BYTES } from '../../../electron/engine/terminal/output-window.ts';
import type { TerminalLogin, TerminalOpening } from '../../../shared/contract/terminals.ts';
import { startSshd, type Sshd } from '../../helpers/sshd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingRoot, missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { startTestEngine, type TestEngine } from './test-engine.ts';

const notRun = missingTools('sshd', 'ssh-keygen', 'unshare') || missingRoot();
const TYPED = 'tl-typed-4411';

let folder: TemporaryFolder;
let sshd: Sshd;
let test: TestEngine;
let deviceId: number;

const password = (): string => sshd.users[0]?.password ?? '';
const typedLogin = (secret = password(), keepAs?: string): TerminalLogin => ({
  kind: 'typed',
  secret: { kind: 'ssh-password', user: 'ops', password: secret },
  ...(keepAs === undefined ? {} : { keepAs }),
});

const open = (login?: TerminalLogin, by = 'Anna'): Promise<TerminalOpening> =>
  test.client.call('terminal.open', { deviceId, columns: 90, rows: 30, by, ...(login && { login }) });

const openId = async (login: TerminalLogin = typedLogin()): Promise<string> => {
  const opening = await open(login);
  if (opening.kind !== 'open') throw new Error(JSON.stringify(opening));
  return opening.terminalId;
};

/** A page's end of a terminal: reads on and on, and keeps what it saw. */
const pageOf = (terminalId: string, from: number | null = null) => {
  const page = { text: '', at: from, end: null as string | null, gone: false };
  const readOn = async (): Promise<void> => {
    while (!page.gone && page.end === null) {
      const chunk = await test.client.call('terminal.read', { terminalId, from: page.at });
      if (page.gone) return;
      expect(chunk.skipped).toBe(0);
      const bytes = Buffer.from(chunk.bytes, 'base64');
      page.text += bytes.toString('latin1');
      page.at = chunk.from + bytes.length;
      page.end = chunk.end?.code ?? null;
    }
  };
  return { page, reading: readOn() };
};

const type = (terminalId: string, text: string) => test.client.call('terminal.write', { terminalId, text });
const events = async (kind: string) =>
  (await test.client.call('event.list', { fromMs: 0, toMs: Date.now() + 1000, deviceId }))
    .filter((event) => event.kind === kind)
    .map((event) => event.text);

describe.skipIf(notRun)(`a terminal on a server${notRun}`, () => {
  beforeAll(async () => {
    folder = await temporaryFolder('terminal');
    sshd = await startSshd();
    test = await startTestEngine({ file: folder.file('net.trunkline') });
    ({ deviceId } = await test.client.call('device.add', {
      address: '127.0.0.1',
      name: 'server-1',
      sshPort: sshd.port,
    }));
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await sshd.stop();
    await folder.remove();
  });

  it('is asked for a login while no credential is known, and sends nothing till then', async () => {
    expect(await open()).toEqual({ kind: 'ask' });
    expect(sshd.output()).not.toContain('Connection from');
  });

  it('says in words that a password is wrong, and keeps none of it', async () => {
    const opening = await open(typedLogin('tl-wrong-7731', 'kept by mistake'));
    expect(opening).toMatchObject({ kind: 'failed', code: 'wrong-auth' });
    expect(opening).toMatchObject({
      message: expect.stringMatching(/SSH to 127\.0\.0\.1:\d+ failed.*correct user or/),
    });
    expect(test.engine.context.credentials.items.all()).toEqual([]);
  });

  it('runs what is typed, in the size of the page, and both ends of it stand in the log of the device', async () => {
    const terminalId = await openId();
    const { page, reading } = pageOf(terminalId);
    await type(terminalId, `stty size; echo ${TYPED} | rev\n`);
    await until(() => page.text.includes('1144-depyt-lt') && page.text.includes('30 90'));
    await test.client.call('terminal.resize', { terminalId, columns: 132, rows: 43 });
    await type(terminalId, 'stty size\n');
    await until(() => page.text.includes('43 132'));
    await type(terminalId, 'exit 3\n');
    await reading;
    expect(page.end).toBe('exited');
    expect(await events('terminal.opened')).toEqual(['Terminal opened by Anna, logged in with user ops']);
    expect(await events('terminal.closed')).toEqual([
      expect.stringMatching(/^Terminal of Anna ended after .*: server-1 ended the session \(status 3\)\.$/),
    ]);
  });

  it('shows a page that was reloaded what came before, and goes on', async () => {
    const terminalId = await openId();
    const first = pageOf(terminalId);
    await type(terminalId, 'echo before | tr a-z A-Z\n');
    await until(() => first.page.text.includes('BEFORE'));
    first.page.gone = true;
    const second = pageOf(terminalId);
    await until(() => second.page.text.includes('BEFORE'));
    await type(terminalId, 'echo after | tr a-z A-Z\n');
    await until(() => second.page.text.includes('AFTER'));
    await test.client.call('terminal.close', { terminalId });
    await second.reading;
    expect(second.page.end).toBe('closed');
    await expect(test.client.call('terminal.read', { terminalId: crypto.randomUUID(), from: 0 })).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
  });

  it('holds a device that floods it with bounded memory, and loses nothing of it', async () => {
    const terminalId = await openId();
    const { page, reading } = pageOf(terminalId);
    await until(() => page.text.includes('$'));
    page.gone = true;
    await type(terminalId, 'seq 1 3000000; echo the-end; exit\n');
    const session = test.engine.context.terminals.get(terminalId);
    await until(() => session.heldBytes > WINDOW_BYTES / 2, { what: 'the flood to fill the window' });
    const before = process.memoryUsage().arrayBuffers;
    // Nobody reads: the device has to wait, however much it wants to say, and the engine answers others meanwhile.
    for (let round = 0; round < 20; round += 1) await test.client.call('network.info', {});
    expect(session.heldBytes).toBeLessThanOrEqual(WINDOW_BYTES);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
    await reading;
    const rest = pageOf(terminalId);
    await rest.reading;
    expect(session.heldBytes).toBeLessThanOrEqual(WINDOW_BYTES);
    // Every line of 23 MB, in order, up to the last: nothing was dropped on the way.
    const plain = rest.page.text.replaceAll('\u001b[?2004l\r', '');
    const numbers = plain.split('\r\n').filter((line) => /^\d+$/.test(line));
    expect(numbers).toHaveLength(3_000_000);
    expect(numbers.at(-1)).toBe('3000000');
    expect(rest.page.text).toContain('the-end');
  });

  it('is refused past a few on one device, for devices have few lines', async () => {
    const ids = await Promise.all(Array.from({ length: MOST_PER_DEVICE }, () => openId()));
    await expect(open(typedLogin())).rejects.toMatchObject({
      code: 'busy',
      hint: expect.stringContaining('Close one'),
    });
    for (const terminalId of ids) await test.client.call('terminal.close', { terminalId });
    await test.client.call('terminal.close', { terminalId: await openId() });
  });

  it('keeps a typed credential only when it worked and was to be kept; then it is the one of the device', async () => {
    await test.client.call('terminal.close', { terminalId: await openId(typedLogin(password(), 'Server login')) });
    expect(test.engine.context.credentials.items.all()).toMatchObject([{ name: 'Server login', usedBy: 1 }]);
    const opening = await open();
    expect(opening).toMatchObject({ kind: 'open', login: '“Server login”', firstSeenKey: null });
    if (opening.kind === 'open') await test.client.call('terminal.close', { terminalId: opening.terminalId });
  });

  it('refuses a changed host key loudly, before any credential is sent', async () => {
    await sshd.changeHostKey();
    const opening = await open();
    expect(opening).toMatchObject({ kind: 'failed', code: 'host-key-changed' });
    expect(opening).toMatchObject({
      message: expect.stringMatching(/trusted SHA256:.*offered SHA256:.*No credential/),
    });
    expect(sshd.output()).not.toMatch(/password|ops/i);
    const { hostKey } = await test.client.call('device.read', { deviceId });
    expect(hostKey?.offered).toMatch(/^SHA256:/);
    await until(() => test.engine.context.network.incidentItems.all().some((one) => one.kind === 'host-key-changed'));
    await test.client.call('device.trust-host-key', { deviceId, fingerprint: hostKey?.offered ?? '' });
    await test.client.call('terminal.close', { terminalId: await openId() });
  });

  it('ends when its device is removed, and leaves neither password nor what was typed in log or file', async () => {
    const terminalId = await openId();
    const { page, reading } = pageOf(terminalId);
    await test.client.call('device.remove', { deviceId });
    await reading;
    expect(page.end).toBe('removed');
    await test.engine.context.store.flush();
    const file = await readFile(folder.file('net.trunkline'), 'latin1');
    const wal = await readFile(folder.file('net.trunkline-wal'), 'latin1').catch(() => '');
    for (const secret of [password(), TYPED, '1144-depyt-lt', 'tl-wrong-7731']) {
      expect(test.log.join('\n')).not.toContain(secret);
      expect(file + wal).not.toContain(secret);
    }
  });
});
