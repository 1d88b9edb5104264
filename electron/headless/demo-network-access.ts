/** The way to the simulated devices: their agents on loopback, and a pinger that asks the simulation. */
import type { EchoResult, NetworkAccess, Pinger } from '../host/host.ts';
import type { DemoNetwork } from './demo/demo-network.ts';

type Echo = DemoNetwork['echo'];

function resultOf(address: string, rtts: readonly (number | null)[]): EchoResult {
  const answered = rtts.filter((rtt) => rtt !== null);
  const differences = answered.slice(1).map((rtt, index) => Math.abs(rtt - (answered[index] ?? rtt)));
  const mean = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    address,
    sent: rtts.length,
    received: answered.length,
    rttMinMs: answered.length === 0 ? null : Math.min(...answered),
    rttAvgMs: mean(answered),
    rttMaxMs: answered.length === 0 ? null : Math.max(...answered),
    jitterMs: mean(differences),
    note: null,
  };
}

export function demoPinger(echo: Echo): Pinger {
  const pingOne = async (address: string, count: number, withinMs: number, signal: AbortSignal) => {
    const rtts: (number | null)[] = [];
    while (rtts.length < count && !signal.aborted) rtts.push(await echo(address, Math.floor(withinMs / count)));
    return resultOf(address, rtts);
  };
  return {
    description: 'simulated network',
    ping: (addresses, { count, withinMs, signal }) =>
      Promise.all(addresses.map((address) => pingOne(address, count, withinMs, signal))),
  };
}

export function demoNetworkAccess(demo: Pick<DemoNetwork, 'endpointOf' | 'echo'>): NetworkAccess {
  return { endpoint: demo.endpointOf, pinger: demoPinger(demo.echo) };
}
