/** Counters and status of every interface of one device: rates, samples, interface states, restarts. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { CounterPoll, CounterReading } from '../../../shared/model/reading.ts';
import { applyInterfaces, applyStatus } from '../discovery/apply-interfaces.ts';
import { detectRestart, uptimeMark } from '../rates/detect-restart.ts';
import { sampleOf } from '../rates/sample-of.ts';
import { afterRestart } from '../snmp/learnt.ts';
import { pollCounters } from '../snmp/poll-counters.ts';
import type { InterfaceRow, InterfaceSampleRow } from '../store/rows.ts';
import type { SnmpTuning } from '../targets.ts';
import { askDevice, jobResult } from './ask-device.ts';
import type { CounterMemory } from './counter-memory.ts';
import { keepDeviceSample } from './device-samples.ts';
import type { PollDeps } from './poll-deps.ts';
import type { PollOutcome } from './poll-job.ts';

export async function pollCountersJob(
  deps: PollDeps,
  memory: CounterMemory,
  deviceId: number,
  options: { signal: AbortSignal; intervalMs: number },
): Promise<PollOutcome> {
  const { signal } = options;
  const movingIfIndex = busiestPort(deps, deviceId);
  const outcome = await askDevice(deps, deviceId, signal, (session) =>
    pollCounters(session, { signal, clock: deps.clock, movingIfIndex }),
  );
  if (outcome.kind !== 'failed' && deps.network.devices.get(deviceId) !== undefined) {
    const restarted = noteRestart(deps, memory, deviceId, outcome.value);
    noteRefresh(deps, memory, deviceId, { poll: outcome.value, restarted });
    fitInterfaces(deps, memory, deviceId, outcome.value);
    keepRates(deps, memory, deviceId, outcome.value, { intervalMs: options.intervalMs, restarted });
    keepDeviceSample(deps.network, deviceId, outcome.value.atMs, { pollMs: outcome.value.stats.durationMs });
    deps.relinker.statesChanged(deviceId);
    deps.findings.polled(deviceId);
  }
  return jobResult(outcome, signal);
}

/** The port that received most at the last poll: its counter moves if any does. */
function busiestPort(deps: PollDeps, deviceId: number): number | undefined {
  let busiest: { ifIndex: number; inBps: number } | undefined;
  for (const row of deps.network.interfaces.of(deviceId)) {
    const inBps = deps.network.interfaceLatest.get(row.id)?.inBps ?? 0;
    if (row.ifIndex !== null && inBps > (busiest?.inBps ?? 0)) busiest = { ifIndex: row.ifIndex, inBps };
  }
  return busiest?.ifIndex;
}

/** Returns whether counters before this poll may not be compared with those after it. */
function noteRestart(deps: PollDeps, memory: CounterMemory, deviceId: number, poll: CounterPoll): boolean {
  const mark = uptimeMark(poll, deps.clock.monotonic());
  const verdict = detectRestart(memory.swapUptime(deviceId, mark), mark);
  const row = deps.network.devices.get(deviceId);
  if (row === undefined || poll.uptimeHundredths === null) return false;
  const bootedAtMs = Math.round(poll.atMs - poll.uptimeHundredths * 10);
  const known = row.bootedAtMs;
  // While the engine did not run it cannot compare uptimes; the kept start time shows a restart all the same.
  const restartedUnseen = verdict.kind === 'unknown' && known !== null && bootedAtMs - known > UNSEEN_SLACK_MS;
  if (verdict.kind !== 'restarted' && !restartedUnseen) return false;
  const tuning = row.tuning === null ? null : JSON.stringify(afterRestart(JSON.parse(row.tuning) as SnmpTuning));
  deps.network.putDevices([{ ...row, bootedAtMs, tuning }]);
  const why = verdict.kind === 'restarted' ? verdict.why : 'it started while Trunkline did not run';
  const text = `${deps.network.nameOf(deviceId)} restarted: ${why}`;
  deps.network.addEvent({ kind: 'device.restarted', deviceId, text, atMs: bootedAtMs });
  deps.findings.restarted(deviceId, bootedAtMs, text);
  return true;
}

/** An agent that renews its counters more slowly than it is polled is polled in step with them from now on. */
function noteRefresh(
  deps: PollDeps,
  memory: CounterMemory,
  deviceId: number,
  { poll, restarted }: { poll: CounterPoll; restarted: boolean },
): void {
  if (restarted) memory.refreshes.forget(deviceId);
  const refreshMs = memory.refreshes.note(deviceId, poll.rows);
  if (refreshMs === null) return;
  deps.log.info('counters are renewed more slowly than polled', { device: deps.network.nameOf(deviceId), refreshMs });
}

/** Clocks of devices drift; less than this between two computed start times is drift, not a restart. */
const UNSEEN_SLACK_MS = 60_000;

/** Matches the table again when it changed, or when a polled number does not carry the name that it had. */
function fitInterfaces(deps: PollDeps, memory: CounterMemory, deviceId: number, poll: CounterPoll): void {
  const byIndex = new Map(deps.network.interfaces.of(deviceId).map((row) => [row.ifIndex, row]));
  const moved = poll.rows.some((row) => {
    const known = byIndex.get(row.ifIndex);
    return known === undefined || known.removedAtMs !== null || (row.name !== null && row.name !== known.name);
  });
  const changed = memory.tableChanged(deviceId, poll);
  if (!moved && !(changed && lacksSome(poll, byIndex.values()))) return;
  applyInterfaces(
    deps.network,
    deviceId,
    poll.rows.map((row) => ({ ...unread(byIndex, row), ...told(row) })),
    poll.atMs,
  );
}

function lacksSome(poll: CounterPoll, known: Iterable<InterfaceRow>): boolean {
  const shown = new Set<number | null>(poll.rows.map((row) => row.ifIndex));
  return [...known].some((row) => row.removedAtMs === null && !shown.has(row.ifIndex));
}

/** What the counter poll does not ask (type, MAC, MTU) stays as it was, while the name says it is the same interface. */
function unread(known: ReadonlyMap<number | null, InterfaceRow>, row: CounterReading) {
  const before = known.get(row.ifIndex);
  const same = before !== undefined && (row.name === null || before.name === row.name);
  return same ? { type: before.type, mac: before.mac, mtu: before.mtu } : { type: null, mac: null, mtu: null };
}

function told(row: CounterReading) {
  const { ifIndex, name, description, alias, speedBps, adminStatus, operStatus } = row;
  return { ifIndex, name, description, alias, speedBps, adminStatus, operStatus };
}

function keepRates(
  deps: PollDeps,
  memory: CounterMemory,
  deviceId: number,
  poll: CounterPoll,
  context: { intervalMs: number; restarted: boolean },
): void {
  const { network } = deps;
  const byIndex = new Map(network.interfaces.of(deviceId).map((row) => [row.ifIndex, row]));
  const samples: InterfaceSampleRow[] = [];
  const latest: InterfaceLatest[] = [];
  for (const reading of poll.rows) {
    const row = byIndex.get(reading.ifIndex);
    if (row === undefined) continue;
    keepStatus(deps, row, reading, poll.atMs);
    const rates = memory.rates(row.id, reading, poll.atMs, { ...context, speedBps: reading.speedBps ?? row.speedBps });
    if (rates === null) continue;
    const sample = sampleOf(row.id, poll.atMs, rates);
    samples.push(sample);
    latest.push(latestOf(sample, deviceId, reading.speedBps ?? row.speedBps));
  }
  network.store.addInterfaceSamples(samples);
  network.interfaceLatest.put(latest);
}

function keepStatus(deps: PollDeps, row: InterfaceRow, reading: CounterReading, atMs: number): void {
  const after = {
    ...row,
    alias: reading.alias ?? row.alias,
    speedBps: reading.speedBps ?? row.speedBps,
    adminStatus: reading.adminStatus ?? row.adminStatus,
    operStatus: reading.operStatus ?? row.operStatus,
  };
  const same =
    after.alias === row.alias &&
    after.speedBps === row.speedBps &&
    after.adminStatus === row.adminStatus &&
    after.operStatus === row.operStatus;
  if (!same) deps.network.putInterfaces([after]);
  applyStatus(deps.network, after, atMs);
}

function latestOf(sample: InterfaceSampleRow, deviceId: number, speedBps: number | null): InterfaceLatest {
  const { interfaceId, ...values } = sample;
  const use = (rate: number | null): number | null =>
    rate === null || speedBps === null ? null : (100 * rate) / speedBps;
  return { id: interfaceId, deviceId, ...values, inUse: use(values.inBps), outUse: use(values.outBps) };
}
