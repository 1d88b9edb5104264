/** Reads a device whole: what it is, its ports, its addresses, its neighbours. Links are drawn from it. */
import { readDevice } from '../snmp/read-device.ts';
import { saveReading } from '../discovery/save-reading.ts';
import { askDevice, jobResult } from './ask-device.ts';
import type { PollDeps } from './poll-deps.ts';
import type { PollOutcome } from './poll-job.ts';

export async function pollTopologyJob(deps: PollDeps, deviceId: number, signal: AbortSignal): Promise<PollOutcome> {
  let tuning = null;
  const outcome = await askDevice(deps, deviceId, signal, async (session) => {
    const read = await readDevice(session, { signal, clock: deps.clock });
    tuning = session.tuning();
    return read;
  });
  const row = deps.network.devices.get(deviceId);
  if (outcome.kind !== 'failed' && row !== undefined) {
    const { address, snmpPort } = row;
    const saved = saveReading(deps.network, {
      address,
      snmpPort,
      reading: outcome.value,
      tuning,
      atMs: deps.clock.now(),
      deviceId,
    });
    if (saved.news) deps.relinker.soon();
  }
  return jobResult(outcome, signal);
}
