/** The process that pings for the engine: host/pinger-over-port.ts says why it is one of its own. Ends with its parent. */
import { openPinger } from '../engine/icmp/open-pinger.ts';
import { lineLog } from '../host/line-log.ts';
import { servePinger } from '../host/pinger-over-port.ts';

const log = lineLog({ write: (line) => void process.stderr.write(`${line}\n`), level: 'warn', now: Date.now });

process.on('disconnect', () => process.exit(0));
// A signal to the whole group (Ctrl-C) is the engine's to answer: it ends this process when it has written what it knows.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);

servePinger(
  {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  },
  await openPinger({ log }),
);
