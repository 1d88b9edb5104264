import { once } from 'node:events';
import { connect as connectTcp, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import type { ServerFrame, Transport } from '../../shared/rpc/frames.ts';
import { serve } from '../../shared/rpc/server.ts';
import { socketTransport } from '../../shared/rpc/socket-transport.ts';
import { until } from '../helpers/until.ts';
import { realClock, sampleService, Things } from './sample-service.ts';

const MAX_BUFFERED = 1024 * 1024;
const KEYS = 500;
const wide = 'x'.repeat(1000);
let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

/** A server whose peer acknowledgements are of no use: only the bytes that wait can show that nobody reads. */
async function serveOnSocket(things: Things): Promise<{ port: number; served: Promise<Transport<ServerFrame>> }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  stop = async () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
    await once(server, 'close');
  };
  const served = new Promise<Transport<ServerFrame>>((resolve) => {
    server.on('connection', (socket) => {
      const transport = socketTransport<ServerFrame>(socket);
      const limits = {
        frameEveryMs: 5,
        firstFrameMs: 1,
        maxUnacknowledged: Number.MAX_SAFE_INTEGER,
        maxBufferedBytes: MAX_BUFFERED,
      };
      serve(transport, { ...sampleService(things), clock: realClock, version: '1', limits });
      resolve(transport);
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, served };
}

/** A masked text frame of a WebSocket client with a mask of zeros, up to 125 bytes (RFC 6455 section 5.2). */
function textFrame(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), text]);
}

/** A WebSocket client by hand, so that it can stop reading for real. */
async function subscribeAndStall(port: number): Promise<Socket> {
  const socket = connectTcp(port, '127.0.0.1');
  await once(socket, 'connect');
  const key = Buffer.from('0123456789abcdef').toString('base64');
  socket.write(
    `GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await once(socket, 'data');
  socket.pause();
  socket.write(textFrame({ type: 'hello', version: 'test' }));
  socket.write(textFrame({ type: 'subscribe', id: 1, topic: 'things', args: {} }));
  return socket;
}

test('a client that stops reading costs the engine a bounded number of bytes, and gets the newest state afterwards', async () => {
  const things = new Things();
  const { port, served } = await serveOnSocket(things);
  const socket = await subscribeAndStall(port);
  const transport = await served;
  await until(() => things.listeners.size === 1);

  let highest = 0;
  let written = 0;
  let round = 0;
  // 64 MB of changes: the kernel's own buffers take some megabytes, all else would pile up in the engine.
  await until(
    () => {
      round += 1;
      for (let key = 0; key < KEYS; key += 1) things.set(key, `${round} ${wide}`);
      written += KEYS * wide.length;
      highest = Math.max(highest, transport.bufferedBytes());
      return written > 64 * 1024 * 1024;
    },
    { everyMs: 5, timeoutMs: 30_000 },
  );
  const oneFrame = KEYS * (wide.length + 60);
  expect(highest).toBeGreaterThan(MAX_BUFFERED);
  expect(highest).toBeLessThan(MAX_BUFFERED + 2 * oneFrame);

  let tail = '';
  socket.on('data', (bytes) => {
    tail = (tail + bytes.toString('latin1')).slice(-oneFrame);
  });
  socket.resume();
  await until(() => transport.bufferedBytes() === 0);
  things.set(0, 'the newest');
  // Acknowledged by hand: the number is the newest that was seen.
  await until(() => {
    const rev = /.*"rev":(\d+)/s.exec(tail)?.[1];
    if (rev !== undefined) socket.write(textFrame({ type: 'ack', id: 1, rev: Number(rev) }));
    return tail.includes('"kind":"snapshot"') && tail.includes('the newest');
  });
  socket.destroy();
});
