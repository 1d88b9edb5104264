import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket as WsSocket } from 'ws';
import { engineContract, type EngineHandlers, type EngineTopics } from '../../../shared/contract/index.ts';
import { connect } from '../../../shared/rpc/client.ts';
import type { EngineClient } from '../../../shared/rpc/client-types.ts';
import { openSocket } from '../../../shared/rpc/socket-transport.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { lineLog } from '../../../electron/host/line-log.ts';
import { startHeadless, type HeadlessServer } from '../../../electron/headless/server.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';

/** Every call of the real contract is there and says its own name; that is enough for a server. */
function namesOnly(): { handlers: EngineHandlers; topics: EngineTopics } {
  const call = (name: string) => [name, () => Promise.reject(new Error(`asked for ${name}`))] as const;
  const source = { snapshot: () => [], subscribe: () => () => undefined };
  const handlers: unknown = Object.fromEntries(Object.keys(engineContract.calls).map(call));
  const topics: unknown = Object.fromEntries(Object.keys(engineContract.topics).map((name) => [name, () => source]));
  return { handlers: handlers as EngineHandlers, topics: topics as EngineTopics };
}

let folder: TemporaryFolder;
let server: HeadlessServer;
let logged: string[];
const clients: EngineClient[] = [];

const options = () => ({
  engine: namesOnly(),
  pageFolder: join(folder.path, 'page'),
  log: lineLog({ write: (line) => void logged.push(line), level: 'debug', now: Date.now }),
  clock: systemClock,
  version: '9.8.7',
  port: 0,
});

beforeEach(async () => {
  folder = await temporaryFolder('headless');
  logged = [];
  await mkdir(join(folder.path, 'page', 'assets'), { recursive: true });
  await writeFile(folder.file('outside.txt'), 'not for you');
  await writeFile(join(folder.path, 'page', 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder.path, 'page', 'assets', 'index-abc.js'), 'export {};');
  server = await startHeadless(options());
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.close();
  await folder.remove();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request whose path and Host nothing tidies up. */
async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false });
  sent.end();
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.on('response', resolve);
    sent.on('error', reject);
  });
  let text = '';
  response.setEncoding('utf8');
  for await (const part of response) text += String(part);
  return { status: response.statusCode ?? 0, headers: response.headers, text };
}

test('the page comes with its types and a policy that allows nothing from elsewhere', async () => {
  const page = await get('/');
  expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>page</title>' });
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  });
  const policy = String(page.headers['content-security-policy']);
  expect(policy.split('; ')).toContain("default-src 'none'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  const script = await get('/assets/index-abc.js');
  expect(script.headers['content-type']).toContain('text/javascript');
  expect(script.headers['cache-control']).toContain('immutable');
  expect((await get('/', {}, 'HEAD')).text).toBe('');
});

test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/assets/../../outside.txt', '/..%5coutside.txt', '/assets'])(
  'the path %s leads nowhere',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('not for you');
  },
);

test('a link inside the folder does not lead out of it', async () => {
  await symlink(folder.file('outside.txt'), join(folder.path, 'page', 'way-out.txt'));
  expect(await get('/way-out.txt')).toMatchObject({ status: 404 });
});

test('nothing but GET and HEAD is answered', async () => {
  expect(await get('/', {}, 'POST')).toMatchObject({ status: 405 });
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1:1', '10.0.0.1'])(
  'under the name %s (DNS rebinding) neither page nor engine is given',
  async (host) => {
    expect(await get('/', { host })).toMatchObject({ status: 421 });
    const socket = new WsSocket(`ws://127.0.0.1:${server.port}/rpc`, { headers: { host } });
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('421');
  },
);

test.each([
  ['http://evil.example', 403],
  ['null', 403],
  ['https://127.0.0.1', 403],
])('a page of origin %s gets no WebSocket', async (origin, status) => {
  const socket = new WsSocket(`ws://127.0.0.1:${server.port}/rpc`, { origin });
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain(String(status));
});

test('our own page gets one, at /rpc only', async () => {
  const origin = `http://127.0.0.1:${server.port}`;
  const socket = new WsSocket(`ws://127.0.0.1:${server.port}/rpc`, { origin });
  await once(socket, 'open');
  socket.terminate();
  const elsewhere = new WsSocket(`ws://127.0.0.1:${server.port}/other`, { origin });
  const [error] = (await once(elsewhere, 'error')) as [Error];
  expect(error.message).toContain('404');
});

function page(token: string | undefined): EngineClient {
  const client = connect(() => openSocket(new WebSocket(`ws://127.0.0.1:${server.port}/rpc`)), {
    clock: systemClock,
    token,
  });
  clients.push(client);
  return client;
}

test('the token of the address opens the engine; none, a wrong one and a piece of it do not', async () => {
  const token = /#token=([\w-]{43})$/.exec(server.url)?.[1];
  const good = page(token);
  await until(() => good.status.state === 'open');
  expect(good.status).toMatchObject({ engineVersion: '9.8.7' });
  for (const wrong of [undefined, '', 'x'.repeat(43), token?.slice(0, -1)]) {
    const bad = page(wrong);
    await until(() => bad.status.state === 'refused');
  }
  expect(logged.join('\n')).not.toContain(token);
});

test('each server has a token of its own', async () => {
  const other = await startHeadless(options());
  expect(other.token).not.toBe(server.token);
  await other.close();
});

test('a frame too large closes the WebSocket, and the others go on', async () => {
  const good = page(server.token);
  await until(() => good.status.state === 'open');
  const socket = new WsSocket(`ws://127.0.0.1:${server.port}/rpc`);
  await once(socket, 'open');
  socket.on('error', () => undefined);
  socket.send('x'.repeat(5 * 1024 * 1024));
  const [code] = (await once(socket, 'close')) as [number];
  expect(code).toBe(1009);
  expect(good.status.state).toBe('open');
});

test('rubbish instead of HTTP does not stop it', async () => {
  const socket = connectTcp(server.port, '127.0.0.1');
  socket.end('\0\xff\r\n\r\n');
  socket.resume();
  await once(socket, 'close');
  expect(await get('/')).toMatchObject({ status: 200 });
});

test.each(['0.0.0.0', '::', '192.168.1.1', 'example.org'])('binding %s without TLS is refused', async (host) => {
  await expect(startHeadless({ ...options(), host })).rejects.toThrow('not loopback');
});

test('a port that is taken is named; without a wish the next free one is used', async () => {
  await expect(startHeadless({ ...options(), port: server.port })).rejects.toThrow(`port ${server.port}`);
  const first = await startHeadless({ ...options(), port: undefined });
  const second = await startHeadless({ ...options(), port: undefined });
  expect(second.port).not.toBe(first.port);
  await Promise.all([first.close(), second.close()]);
});

test('close ends every connection', async () => {
  const open = page(server.token);
  await until(() => open.status.state === 'open');
  await server.close();
  await until(() => open.status.state !== 'open');
  server = await startHeadless(options());
});
