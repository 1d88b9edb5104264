/** The newest values of a device for the page, and the same as a sample row for the file. */
import type { DeviceLatest } from '../../../shared/contract/series.ts';
import type { Network } from '../network/network.ts';

const NOTHING = {
  icmpAtMs: null,
  rttMin: null,
  rttAvg: null,
  rttMax: null,
  jitter: null,
  loss: null,
  healthAtMs: null,
  cpu: null,
  memory: null,
  pollMs: null,
};

type Values = Partial<Omit<DeviceLatest, 'id'>>;

/** Columns that this poll did not measure stay null in the row, and stay as they were on the page. */
export function keepDeviceSample(network: Network, deviceId: number, atMs: number, values: Values): void {
  const latest: DeviceLatest = { id: deviceId, ...NOTHING, ...network.deviceLatest.get(deviceId), ...values };
  network.deviceLatest.put([latest]);
  const { rttMin, rttAvg, rttMax, jitter, loss, cpu, memory, pollMs } = { ...NOTHING, ...values };
  network.store.addDeviceSamples([{ deviceId, atMs, rttMin, rttAvg, rttMax, jitter, loss, cpu, memory, pollMs }]);
}
