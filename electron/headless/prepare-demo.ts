/** Makes the fresh demo file what a person's would be after an hour of work: named, discovered, sorted by site, laid out. */
import type { Device } from '../../shared/contract/devices.ts';
import type { Engine } from '../engine/engine.ts';
import { backfillConfigurations } from './backfill-configurations.ts';
import { backfillDemo } from './backfill-demo.ts';
import type { DemoNetwork } from './demo/demo-network.ts';
import { OUTSIDE_PLACES } from './demo/harbour/positions.ts';

/** Shorter than usual, so that a newcomer need not wait to see something happen. Loopback can bear it. */
const INTERVALS = { icmpIntervalS: 5, counterIntervalS: 10, healthIntervalS: 30, topologyIntervalS: 60 };
/** The flapping uplink comes back within 8 s: it is told once, as flapping, and not as an outage each time. */
const HOLD = { holdDownS: 12 };

/**
 * Starts the discovery; each device gets its site and place as it is found, and when all are found the network gets its
 * past. Resolves when the first device is found.
 */
export async function prepareDemo(engine: Engine, demo: DemoNetwork, signal: AbortSignal): Promise<void> {
  const { handlers, topics } = engine;
  await handlers['settings.change']({
    values: { networkName: demo.name, allowedRanges: [...demo.ranges], ...INTERVALS, ...HOLD },
  });
  const secret = { kind: 'snmp-community', version: '2c', community: demo.community } as const;
  const { credentialId } = await handlers['credential.add']({ name: 'Demo, read only', secret });
  const arrange = arranger(engine, demo);
  const found = Promise.withResolvers<void>();
  const stop = topics.devices({}).subscribe(({ upsert }) => {
    if (upsert.length > 0) found.resolve();
    arrange(upsert).catch((error: unknown) => {
      // What was being arranged when the demo ends is thrown away with its file.
      if (!signal.aborted) engine.context.host.log.error('a demo device has no place', { error: String(error) });
    });
  });
  signal.addEventListener('abort', stop, { once: true });
  await handlers['discovery.start']({
    seeds: [...demo.seeds],
    allow: [...demo.ranges],
    credentialIds: [credentialId],
    follow: true,
    pingOnly: false,
  });
  // A page that finds no device at all would ask for the first address.
  await Promise.race([found.promise, engine.context.discovery.ended()]);
  void addPast(engine, demo, signal);
}

async function addPast(engine: Engine, demo: DemoNetwork, signal: AbortSignal): Promise<void> {
  const untilMs = engine.context.host.clock.now();
  try {
    await engine.context.discovery.ended();
    await placeAll(engine, demo);
    await backfillConfigurations(engine.context, demo, signal);
    await backfillDemo(engine.context, demo, untilMs, signal);
  } catch (error) {
    if (!signal.aborted) engine.context.host.log.error('the demo has no past', { error: String(error) });
  }
}

/** A map that is open during the discovery gives places to what it does not know yet: these are the last word. */
async function placeAll({ handlers, context }: Engine, demo: DemoNetwork): Promise<void> {
  const byAddress = new Map(demo.positions.map((place) => [place.address, place]));
  const byName = new Map(OUTSIDE_PLACES.map((place) => [place.name, place]));
  const positions = context.network.deviceItems.all().flatMap((device) => {
    const place = byAddress.get(device.address) ?? byName.get(device.name);
    return place === undefined ? [] : [{ deviceId: device.id, x: place.x, y: place.y, pinned: false }];
  });
  await handlers['position.set']({ positions });
}

function arranger(engine: Engine, demo: DemoNetwork): (devices: readonly Device[]) => Promise<void> {
  const sites = new Map(demo.sites.flatMap((site) => site.devices.map((address) => [address, site.name])));
  const places = new Map(demo.positions.map((place) => [place.address, place]));
  const outside = new Set(OUTSIDE_PLACES.map(({ name }) => name));
  const done = new Set<number>();
  return async (devices) => {
    for (const device of devices) {
      const [site, place] = [sites.get(device.address), places.get(device.address)];
      const known = site !== undefined || place !== undefined || outside.has(device.name);
      if (done.has(device.id) || !known) continue;
      done.add(device.id);
      // What leads out of the network is told by nobody: that is for people to say.
      if (outside.has(device.name)) await engine.handlers['device.change']({ deviceId: device.id, kind: 'outside' });
      if (site !== undefined) await engine.handlers['device.change']({ deviceId: device.id, site });
      if (place !== undefined) {
        const { x, y } = place;
        await engine.handlers['position.set']({ positions: [{ deviceId: device.id, x, y, pinned: false }] });
      }
    }
  };
}
