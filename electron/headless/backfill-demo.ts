/**
 * Gives the demo a past: what polling would have yielded in the day before, and the incidents of that day, so that graphs
 * and timeline have something to show from the first minute. Only kinds of incidents that the engine itself can find are
 * taken over.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { incidentKind } from '../../shared/contract/incidents.ts';
import type { Engine } from '../engine/engine.ts';
import type { InterfaceSampleRow } from '../engine/store/rows.ts';
import { PastStates } from './backfill-states.ts';
import type { BackfillIncident, BackfillSample, DemoNetwork } from './demo/demo-network.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Fine where people look first, coarse before. */
const FINE_MS = 6 * HOUR_MS;
const SLICE_MS = 10;

type Context = Engine['context'];

/** `untilMs` is where polling takes over. Yields to the event loop, so that the page stays live meanwhile. */
export async function backfillDemo(
  context: Context,
  demo: DemoNetwork,
  untilMs: number,
  signal: AbortSignal,
): Promise<void> {
  const place = placesOf(context);
  const outages: BackfillIncident[] = [];
  const fineFromMs = untilMs - FINE_MS;
  for (const [fromMs, toMs, stepMs] of [
    [fineFromMs, untilMs, 60_000],
    [untilMs - DAY_MS, fineFromMs, 300_000],
  ] as const) {
    const states = new PastStates();
    let sliceStart = performance.now();
    for (const record of demo.backfill(fromMs, toMs, stepMs)) {
      if (signal.aborted) return;
      if (record.kind === 'incident') {
        outages.push(record.incident);
        keepIncident(context, place, record.incident, untilMs);
      } else {
        keepSample(context, place, record);
        noteStates(states, context, place, record, outages);
      }
      if (performance.now() - sliceStart < SLICE_MS) continue;
      await breathe();
      if (context.store.stats().writeQueue > 50_000) await context.store.flush();
      sliceStart = performance.now();
    }
    states.keep(context, { fromMs, toMs: Math.min(toMs, context.startedAtMs) });
  }
}

/** A silent device is unreachable while it stands behind a root, else down; a link is as its port was. */
function noteStates(
  states: PastStates,
  { network }: Context,
  place: Places,
  { address, atMs, reachable, interfaces }: BackfillSample,
  outages: readonly BackfillIncident[],
): void {
  const deviceId = place.device(address);
  if (deviceId === undefined) return;
  const stoodBehind = outages.some(
    (one) => one.openedAtMs <= atMs && (one.closedAtMs ?? Infinity) >= atMs && one.affectedAddresses.includes(address),
  );
  states.note('device', deviceId, { atMs, state: reachable ? 'up' : stoodBehind ? 'unreachable' : 'down' });
  const links = new Map(network.links.of(deviceId).map((link) => [link.aInterfaceId ?? link.bInterfaceId, link.id]));
  for (const { ifIndex, operUp } of interfaces) {
    const interfaceId = place.port(deviceId, ifIndex);
    const state = operUp ? ('up' as const) : ('down' as const);
    if (interfaceId === undefined) continue;
    states.note('interface', interfaceId, { atMs, state });
    const linkId = links.get(interfaceId);
    if (linkId !== undefined) states.note('link', linkId, { atMs, state });
  }
}

interface Places {
  device(address: string): number | undefined;
  port(deviceId: number, ifIndex: number): number | undefined;
  sensor(deviceId: number, name: string): number | undefined;
}

function placesOf({ network }: Context): Places {
  const devices = new Map([...network.devices.all()].map((row) => [row.address, row.id]));
  const ports = new Map([...network.interfaces.all()].map((row) => [`${row.deviceId}:${row.ifIndex}`, row.id]));
  const sensors = new Map([...network.sensors.all()].map((row) => [`${row.deviceId}:${row.name}`, row.id]));
  return {
    device: (address) => devices.get(address),
    port: (deviceId, ifIndex) => ports.get(`${deviceId}:${ifIndex}`),
    sensor: (deviceId, name) => sensors.get(`${deviceId}:${name}`),
  };
}

function keepSample({ store }: Context, place: Places, sample: BackfillSample): void {
  const deviceId = place.device(sample.address);
  if (deviceId === undefined) return;
  const { atMs, rttMs, lossPercent: loss, processorPercent: cpu, memoryPercent: memory } = sample;
  const rtt = { rttMin: rttMs, rttAvg: rttMs, rttMax: rttMs, jitter: null };
  store.addDeviceSamples([{ deviceId, atMs, ...rtt, loss, cpu, memory, pollMs: null }]);
  store.addSensorSamples(
    sample.sensors.flatMap(({ name, value }) => {
      const sensorId = place.sensor(deviceId, name);
      return sensorId === undefined ? [] : [{ sensorId, atMs, value }];
    }),
  );
  store.addInterfaceSamples(
    sample.interfaces.flatMap((told): InterfaceSampleRow[] => {
      const interfaceId = place.port(deviceId, told.ifIndex);
      if (interfaceId === undefined) return [];
      const { inBps, outBps, inErrorsPerSecond: inErrors } = told;
      const quality = inBps === null && outBps === null ? 'gap' : 'good';
      const untold = { inPps: null, outPps: null, outErrors: null, inDiscards: null, outDiscards: null };
      return [{ interfaceId, atMs, quality, inBps, outBps, inErrors, ...untold }];
    }),
  );
}

/** What was still open is closed where polling takes over: from then on the engine finds its own. */
function keepIncident(context: Context, place: Places, past: BackfillIncident, untilMs: number): void {
  const kind = incidentKind.safeParse(past.kind);
  if (!kind.success) return;
  const { network, store } = context;
  const deviceId = past.address === null ? null : (place.device(past.address) ?? null);
  const interfaceId = deviceId === null || past.ifIndex === null ? null : (place.port(deviceId, past.ifIndex) ?? null);
  const id = store.nextId('incidents');
  const affected = past.affectedAddresses.flatMap((address) => place.device(address) ?? []);
  network.putIncidents([
    {
      id,
      kind: kind.data,
      severity: past.severity,
      title: past.title,
      deviceId,
      interfaceId,
      linkId: null,
      sensorId: null,
      site: past.site,
      affected: JSON.stringify(affected),
      openedAtMs: past.openedAtMs,
      closedAtMs: past.closedAtMs ?? untilMs,
      acknowledgedAtMs: past.owner === null ? null : past.openedAtMs + 120_000,
      acknowledgedBy: past.owner,
      cause: null,
      causeText: null,
      causeBy: null,
      causeAtMs: null,
    },
  ]);
  for (const note of past.notes) {
    store.put('incidentNotes', [{ id: store.nextId('incidentNotes'), incidentId: id, ...note }]);
    network.countNote(id);
  }
}
