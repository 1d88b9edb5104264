/** A program: `traffic-sink.ts ADDRESS PORT` counts UDP packets; on SIGTERM, once the socket is empty, prints the count. */
import { createSocket } from 'node:dgram';

const [address = '127.0.0.1', port = '9'] = process.argv.slice(2);
const QUIET_MS = 100;
let received = 0;
let ending: NodeJS.Timeout | null = null;
const socket = createSocket({ type: 'udp4', recvBufferSize: 1 << 22 });

const end = (): void => {
  console.log(`received ${received}`);
  process.exit(0);
};
socket.on('message', () => {
  received += 1;
  ending?.refresh();
});
process.once('SIGTERM', () => {
  ending = setTimeout(end, QUIET_MS);
});
socket.bind(Number(port), address, () => console.log('listening'));
