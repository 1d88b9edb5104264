/** One echo round over all devices, or over one: reachability and answer time. Runs by its own clock, never backs off. */
import type { EchoResult, Pinger } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import { inSlices, type Steps } from '../steps.ts';
import type { PollDeps } from './poll-deps.ts';
import { keepDeviceSample } from './device-samples.ts';

/** Three probes a round: enough for jitter, and one lost packet is not an outage. */
const PROBES = 3;
const QUICK_PROBES = 2;
const QUICK_WITHIN_MS = 1000;

export interface RoundResult {
  readonly atMs: number;
  /** By device: whether any probe was answered. */
  readonly answered: ReadonlyMap<number, boolean>;
}

export async function icmpRound(
  deps: Pick<PollDeps, 'clock' | 'network'>,
  pinger: Pinger,
  { only, ...options }: { withinMs: number; signal: AbortSignal; only?: number | undefined },
): Promise<RoundResult> {
  const byAddress = new Map<string, number>();
  const all = deps.network.devices;
  for (const row of only === undefined ? all.all() : [all.get(only)])
    if (row?.managed === true) byAddress.set(row.address, row.id);
  const atMs = deps.clock.now();
  const answered = new Map<number, boolean>();
  if (byAddress.size === 0) return { atMs, answered };
  const echoes = await pinger.ping([...byAddress.keys()], { count: PROBES, ...options });
  await inSlices(keepEchoes(deps.network, { byAddress, echoes, atMs, answered }), options.signal);
  return { atMs, answered };
}

/** A round answers for thousands of devices at once. */
function* keepEchoes(
  network: Network,
  round: {
    readonly byAddress: ReadonlyMap<string, number>;
    readonly echoes: readonly EchoResult[];
    readonly atMs: number;
    readonly answered: Map<number, boolean>;
  },
): Steps<void> {
  for (const echo of round.echoes) {
    yield;
    const deviceId = round.byAddress.get(echo.address);
    if (deviceId === undefined) continue;
    keepEcho(network, deviceId, round.atMs, echo);
    round.answered.set(deviceId, echo.received > 0);
  }
}

/** Two quick echoes for some devices: whether they answer, and nothing kept. */
export async function icmpAsk(
  deps: Pick<PollDeps, 'clock' | 'network'>,
  pinger: Pinger,
  deviceIds: readonly number[],
  signal: AbortSignal,
): Promise<RoundResult> {
  const rows = deviceIds.flatMap((id) => deps.network.devices.get(id) ?? []).filter((row) => row.managed);
  const byAddress = new Map(rows.map((row) => [row.address, row.id]));
  const atMs = deps.clock.now();
  const options = { count: QUICK_PROBES, withinMs: QUICK_WITHIN_MS, signal };
  const echoes = byAddress.size === 0 ? [] : await pinger.ping([...byAddress.keys()], options);
  const asked = echoes.filter((echo) => echo.sent > 0);
  const answered = asked.flatMap((echo): [number, boolean][] => {
    const deviceId = byAddress.get(echo.address);
    return deviceId === undefined ? [] : [[deviceId, echo.received > 0]];
  });
  return { atMs, answered: new Map(answered) };
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
