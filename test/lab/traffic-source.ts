/** A program: `traffic-source.ts ADDRESS PORT BITS_PER_SECOND SECONDS` sends UDP at an even rate and prints what it sent. */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { trafficBudget } from './traffic-budget.ts';

const [address = '127.0.0.1', ...numbers] = process.argv.slice(2);
const [port = 9, bitsPerSecond = 0, seconds = 0] = numbers.map(Number);
const budget = trafficBudget(bitsPerSecond, seconds);
const socket = createSocket({ type: 'udp4', sendBufferSize: 1 << 20 });
socket.connect(port, address);
await once(socket, 'connect');

const payload = Buffer.alloc(budget.payloadBytes);
const send = (): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.send(payload, (error) => (error === null ? resolve() : reject(error)));
  });

const started = performance.now();
let sent = 0;
while (sent < budget.packets) {
  const share = Math.min(1, (performance.now() - started) / (seconds * 1000));
  const due = Math.ceil(budget.packets * share);
  for (; sent < due; sent += 1) await send();
  // The pace of a sender is a real duration: there is nothing to wait for.
  await wait(5);
}
socket.close();
const durationMs = Math.round(performance.now() - started);
console.log(JSON.stringify({ sentPackets: sent, sentBytes: sent * budget.wireBytes, durationMs }));
