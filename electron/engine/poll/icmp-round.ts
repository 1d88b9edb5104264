/** One echo round over all devices: reachability and answer time. Runs by its own clock, never backs off. */
import type { EchoResult, Pinger } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import type { PollDeps } from './poll-deps.ts';
import { keepDeviceSample } from './device-samples.ts';

/** Three probes a round: enough for jitter, and one lost packet is not an outage. */
const PROBES = 3;

export interface RoundResult {
  readonly atMs: number;
  /** By device: whether any probe was answered. */
  readonly answered: ReadonlyMap<number, boolean>;
}

export async function icmpRound(
  deps: Pick<PollDeps, 'clock' | 'network'>,
  pinger: Pinger,
  options: { withinMs: number; signal: AbortSignal },
): Promise<RoundResult> {
  const byAddress = new Map<string, number>();
  for (const row of deps.network.devices.all()) if (row.managed) byAddress.set(row.address, row.id);
  const atMs = deps.clock.now();
  const answered = new Map<number, boolean>();
  if (byAddress.size === 0) return { atMs, answered };
  const echoes = await pinger.ping([...byAddress.keys()], { count: PROBES, ...options });
  for (const echo of echoes) {
    const deviceId = byAddress.get(echo.address);
    if (deviceId === undefined || options.signal.aborted) continue;
    keepEcho(deps.network, deviceId, atMs, echo);
    answered.set(deviceId, echo.received > 0);
  }
  return { atMs, answered };
}

function keepEcho(network: Network, deviceId: number, atMs: number, echo: EchoResult): void {
  const row = network.devices.get(deviceId);
  if (row === undefined || echo.sent === 0) return;
  keepDeviceSample(network, deviceId, atMs, {
    icmpAtMs: atMs,
    rttMin: echo.rttMinMs,
    rttAvg: echo.rttAvgMs,
    rttMax: echo.rttMaxMs,
    jitter: echo.jitterMs,
    loss: (100 * (echo.sent - echo.received)) / echo.sent,
  });
  network.setState('icmp', deviceId, echo.received > 0 ? 'answers' : 'silent', echo.note, atMs);
}
