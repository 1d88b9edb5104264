/**
 * The real engine and the real page on a planned network. Echoes are answered from the plan, and each second a sixtieth of
 * the devices gets new rates and health, as polls a minute apart would bring them. The agents themselves are not there.
 */
import type { InterfaceLatest } from '../../shared/contract/series.ts';
import { startEngine, type Engine } from '../../electron/engine/engine.ts';
import { demoPinger } from '../../electron/headless/demo-network-access.ts';
import { processVault } from '../../electron/headless/process-vault.ts';
import { serveEngine, type HeadlessRun } from '../../electron/headless/run-headless.ts';
import { systemHost } from '../../electron/headless/system-host.ts';
import type { PlannedDevice, PlannedNetwork } from './plan-network.ts';
import { benchLog, deviceIdOf } from './write-network.ts';

const ECHO_EVERY_MS = 10_000;
const SECONDS_A_ROUND = 60;

export async function runNetwork(file: string, plan: PlannedNetwork, port?: number): Promise<HeadlessRun> {
  const byAddress = new Map(plan.devices.map((device) => [device.address, device]));
  const echo = (address: string): Promise<number | null> => {
    const device = byAddress.get(address);
    return Promise.resolve(device === undefined || device.silent ? null : rttAt(device, Date.now()));
  };
  const network = { endpoint: () => null, pinger: demoPinger(echo) };
  const host = systemHost({ log: benchLog, vault: processVault(), network });
  const engine = await startEngine({ file, host, polling: false });
  await firstRound(engine, plan);
  const stop = keepAlive(engine, plan);
  const close = async (): Promise<void> => {
    stop();
    await engine.close();
  };
  return serveEngine({ engine, host, close }, port);
}

/** A first echo round for all; the agents of a few do not answer though their devices do, which makes those degraded. */
async function firstRound({ context }: Engine, plan: PlannedNetwork): Promise<void> {
  await context.poller.runRound();
  for (const device of plan.devices.filter(({ at, silent }) => !silent && at % 170 === 63)) {
    for (const word of ['answers', 'silent', 'silent'] as const)
      context.incidents.snmp(deviceIdOf(device), word, Date.now());
  }
}

function keepAlive(engine: Engine, plan: PlannedNetwork): () => void {
  let second = 0;
  const tick = (): void => {
    const turn = second % SECONDS_A_ROUND;
    for (let at = turn; at < plan.devices.length; at += SECONDS_A_ROUND) {
      const device = plan.devices[at];
      if (device !== undefined && !device.silent) pretendPoll(engine, device);
    }
    second += 1;
  };
  for (let turn = 0; turn < SECONDS_A_ROUND; turn += 1) tick();
  const polls = setInterval(tick, 1000);
  const echoes = setInterval(() => void engine.context.poller.runRound(), ECHO_EVERY_MS);
  return () => {
    clearInterval(polls);
    clearInterval(echoes);
  };
}

function pretendPoll({ context }: Engine, device: PlannedDevice): void {
  const { network } = context;
  const atMs = Date.now();
  const before = network.deviceLatest.get(deviceIdOf(device));
  const health = { cpu: 10 + ((device.at * 13 + atMs / 60_000) % 40), memory: 30 + (device.at % 40), pollMs: 40 };
  const unmeasured = { icmpAtMs: null, rttMin: null, rttAvg: null, rttMax: null, jitter: null, loss: null };
  network.deviceLatest.put([{ id: deviceIdOf(device), ...unmeasured, ...before, healthAtMs: atMs, ...health }]);
  const rows = network.interfaces.of(deviceIdOf(device)).filter((row) => row.operStatus === 'up');
  network.interfaceLatest.put(rows.map((row) => latestOf(device, row.id, row.ifIndex ?? 1, row.speedBps, atMs)));
}

function latestOf(
  device: PlannedDevice,
  id: number,
  ifIndex: number,
  speedBps: number | null,
  atMs: number,
): InterfaceLatest {
  const [inBps, outBps] = [rateAt(device, ifIndex - 1, atMs), rateAt(device, ifIndex + 99, atMs)];
  const use = (rate: number): number | null => (speedBps === null ? null : (100 * rate) / speedBps);
  const none = { inErrors: 0, outErrors: 0, inDiscards: 0, outDiscards: 0 };
  const packets = { inPps: inBps / 6400, outPps: outBps / 6400 };
  const rates = { inBps, outBps, inUse: use(inBps), outUse: use(outBps) };
  return { id, deviceId: deviceIdOf(device), atMs, quality: 'good', ...rates, ...packets, ...none };
}

/** Most ports carry little, some a lot: bits a second, with a wave of an hour. */
export function rateAt({ at, product }: PlannedDevice, port: number, atMs: number): number {
  const share = 10 ** (-4 + (((at * 31 + port * 17) % 97) / 97) * 3.5);
  const wave = 1 + 0.4 * Math.sin((2 * Math.PI * atMs) / 3_600_000 + at + port);
  return Math.round(product.speedBps * share * wave);
}

/** Milliseconds. */
export const rttAt = ({ at }: PlannedDevice, atMs: number): number =>
  0.4 + (at % 23) * 0.3 + 0.2 * Math.sin(atMs / 60_000 + at);
