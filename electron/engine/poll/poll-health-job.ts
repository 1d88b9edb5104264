/** CPU, memory, storage and sensors of one device: kept as facts and as samples. */
import type { HealthPoll } from '../../../shared/model/reading.ts';
import { keepSensors } from '../hardware/keep-sensors.ts';
import { pollHealth } from '../snmp/poll-health.ts';
import { askDevice, jobResult } from './ask-device.ts';
import type { PollDeps } from './poll-deps.ts';
import type { PollOutcome } from './poll-job.ts';
import { keepDeviceSample } from './device-samples.ts';

export async function pollHealthJob(deps: PollDeps, deviceId: number, signal: AbortSignal): Promise<PollOutcome> {
  const outcome = await askDevice(deps, deviceId, signal, (session) =>
    pollHealth(session, { signal, clock: deps.clock }),
  );
  if (outcome.kind !== 'failed') keepHealth(deps, deviceId, outcome.value);
  return jobResult(outcome, signal);
}

function keepHealth(deps: PollDeps, deviceId: number, poll: HealthPoll): void {
  const { network } = deps;
  if (network.devices.get(deviceId) === undefined) return;
  const ssh = network.facts.get(deviceId)?.facts.ssh ?? {};
  const sensors = poll.sensors.map(({ kind, name, value, unit, status }) => ({
    kind,
    name,
    value,
    unit,
    status: status ?? null,
  }));
  const facts = {
    processors: [...poll.processors],
    memory: [...poll.memory],
    storage: poll.storage.map(({ name, usedPercent, totalBytes }) => ({ name, usedPercent, totalBytes })),
    sensors,
    ssh,
  };
  keepSensors(network, deviceId, { sensors: poll.sensors, storage: poll.storage, atMs: poll.atMs, slow: false });
  network.facts.put([{ id: deviceId, atMs: poll.atMs, facts }]);
  keepDeviceSample(network, deviceId, poll.atMs, {
    healthAtMs: poll.atMs,
    cpu: mean(poll.processors.map((row) => row.percent)),
    memory: poll.memory[0]?.usedPercent ?? null,
  });
}

/** Mean of the known values; null when none is known. */
function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
