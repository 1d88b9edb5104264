/**
 * What a device that does not answer would measure is not known. Its last values would pass for present ones: a link of a
 * device that has been down for an hour kept its traffic, a switch without power its processor load and its fans.
 */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { Network } from '../network/network.ts';

const UNKNOWN_RATES = {
  quality: 'missing',
  inBps: null,
  outBps: null,
  inPps: null,
  outPps: null,
  inErrors: null,
  outErrors: null,
  inDiscards: null,
  outDiscards: null,
  inUse: null,
  outUse: null,
} satisfies Partial<InterfaceLatest>;

/** On the page only: no sample is written of a poll that failed. Answer time and loss are the pings' business. */
export function outdateLatest(network: Network, deviceId: number): void {
  const latest = network.deviceLatest.get(deviceId);
  if (latest !== undefined && [latest.cpu, latest.memory, latest.pollMs].some((value) => value !== null)) {
    network.deviceLatest.put([{ ...latest, cpu: null, memory: null, pollMs: null }]);
  }
  const known = network.interfaces.of(deviceId).flatMap((row) => network.interfaceLatest.get(row.id) ?? []);
  const told = known.filter(({ quality }) => quality !== 'missing');
  if (told.length > 0) network.interfaceLatest.put(told.map((port) => ({ ...port, ...UNKNOWN_RATES })));
  const sensors = network.sensors.of(deviceId).filter((row) => network.sensorsNow.delete(row.id));
  if (sensors.length > 0) network.publishSensors(sensors);
}
