/** An engine in this process that watches the lab, with short intervals, and a fresh file. */
import { startEngine, type Engine } from '../../electron/engine/engine.ts';
import { processVault } from '../../electron/headless/process-vault.ts';
import { systemHost } from '../../electron/headless/system-host.ts';
import type { CredentialSecret } from '../../shared/contract/settings.ts';
import { keptLog } from '../helpers/store.ts';
import { until } from '../helpers/until.ts';

export const COUNTER_INTERVAL_S = 5;
export const ICMP_INTERVAL_S = 2;

export interface LoggedEngine {
  readonly engine: Engine;
  readonly lines: readonly string[];
}

export async function startLabEngine(file: string): Promise<LoggedEngine> {
  const log = keptLog();
  const engine = await startEngine({ file, host: systemHost({ log, vault: processVault() }) });
  const values = {
    counterIntervalS: COUNTER_INTERVAL_S,
    icmpIntervalS: ICMP_INTERVAL_S,
    topologyIntervalS: 30,
    healthIntervalS: 10,
  };
  await engine.handlers['settings.change']({ values });
  return { engine, lines: log.lines };
}

/**
 * Adds the credentials and discovers from the seed until so many links are confirmed from both ends: LLDP needs some seconds
 * after the lab's start, and a run that came too early finds a router without neighbours.
 */
export async function discoverLab(
  engine: Engine,
  seed: string,
  wanted: { secrets: readonly CredentialSecret[]; links: number },
): Promise<void> {
  for (const [index, secret] of wanted.secrets.entries()) {
    await engine.handlers['credential.add']({ name: `credential ${index + 1}`, secret });
  }
  const complete = async (): Promise<boolean> => {
    engine.context.discovery.start({ seeds: [seed], allow: ['10.99.0.0/24'], credentialIds: [], follow: true });
    await engine.context.discovery.ended();
    const links = engine.context.network.linkItems.all();
    return links.filter((link) => link.confidence === 'confirmed').length === wanted.links;
  };
  await until(complete, { what: `${wanted.links} confirmed links`, timeoutMs: 60_000, everyMs: 1000 });
  engine.context.poller.followAll();
}

export const deviceNamed = (engine: Engine, name: string) => {
  const device = engine.context.network.deviceItems.all().find((item) => item.name === name);
  if (device === undefined) throw new Error(`there is no device ${name}`);
  return device;
};

export const portNamed = (engine: Engine, device: string, port: string) => {
  const deviceId = deviceNamed(engine, device).id;
  const row = engine.context.network.interfaces.of(deviceId).find((item) => item.name === port);
  if (row === undefined) throw new Error(`there is no port ${port} on ${device}`);
  return row;
};

/** "r1 eth1 - r2 eth1", ends in order, sorted: the form in which found links and the truth are compared. */
export const linkText = (ends: readonly [string, string]): string => ends.toSorted().join(' - ');

export const foundLinks = (engine: Engine): string[] =>
  engine.context.network.linkItems
    .all()
    .map(({ a, b }) => {
      const end = ({ deviceId, port }: typeof a): string => `${engine.context.network.nameOf(deviceId)} ${port}`;
      return linkText([end(a), end(b)]);
    })
    .sort();
