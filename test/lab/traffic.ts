import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Daemon } from '../helpers/daemon.ts';
import { startDaemon } from '../helpers/daemon.ts';
import { until } from '../helpers/until.ts';

export interface TrafficOptions {
  /** Router that sends. */
  readonly from: string;
  /** Router that receives; they must share a cable. */
  readonly to: string;
  /** The sender's end, where two routers share several cables; default: the first one. */
  readonly interface?: string | undefined;
  /** On the wire, as ifHCOutOctets counts: with IP, UDP and Ethernet headers. */
  readonly bitsPerSecond: number;
  readonly seconds: number;
}

/** What went over the wire, counted by the programs themselves and not by any interface counter. */
export interface TrafficResult {
  readonly sentPackets: number;
  readonly receivedPackets: number;
  /** Bytes on the wire, headers included, as the sender's ifHCOutOctets grows. */
  readonly sentBytes: number;
  readonly durationMs: number;
}

export interface TrafficPath {
  readonly fromNamespace: string;
  readonly toNamespace: string;
  readonly toAddress: string;
}

const SOURCE = fileURLToPath(new URL('traffic-source.ts', import.meta.url));
const SINK = fileURLToPath(new URL('traffic-sink.ts', import.meta.url));
const DISCARD_PORT = 9;

const inNetwork = (namespace: string, argv: readonly string[]): readonly string[] => [
  'netns',
  'exec',
  namespace,
  process.execPath,
  ...argv,
];

const received = async (sink: Daemon): Promise<number> => {
  const count = (): string | undefined => /received (\d+)/.exec(sink.output())?.[1];
  return Number(await until(count, { what: 'the traffic sink counted its packets' }));
};

/** Sends a known number of bytes from one namespace to another at an even rate, and waits until it is done. */
export const sendTraffic = async (path: TrafficPath, options: TrafficOptions): Promise<TrafficResult> => {
  const sink = await startDaemon('ip', inNetwork(path.toNamespace, [SINK, path.toAddress, String(DISCARD_PORT)]), {
    readyText: 'listening',
  });
  try {
    const numbers = [DISCARD_PORT, options.bitsPerSecond, options.seconds].map(String);
    const argv = inNetwork(path.fromNamespace, [SOURCE, path.toAddress, ...numbers]);
    const source = spawn('ip', argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    source.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const [code] = (await once(source, 'close')) as [number | null];
    if (code !== 0) throw new Error(`the traffic source to ${path.toAddress} failed with code ${code}`);
    sink.signal('SIGTERM');
    return { ...(JSON.parse(text) as Omit<TrafficResult, 'receivedPackets'>), receivedPackets: await received(sink) };
  } finally {
    await sink.kill();
  }
};
