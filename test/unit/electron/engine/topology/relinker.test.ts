import { expect, it } from 'vitest';
import { Network } from '../../../../../electron/engine/network/network.ts';
import type { EvidenceRow } from '../../../../../electron/engine/store/rows.ts';
import { Relinker } from '../../../../../electron/engine/topology/relinker.ts';
import { systemClock } from '../../../../../electron/host/system-clock.ts';
import { deviceRow, interfaceRow, keptLog, temporaryStore, type TemporaryStore } from '../../../../helpers/store.ts';

const DEVICES = 400;
const chassisId = (id: number): string => `02:00:00:00:${Math.floor(id / 256).toString(16)}:${(id % 256).toString(16)}`;

const hears = (id: number, deviceId: number, port: number, remote: number): EvidenceRow => ({
  id,
  deviceId,
  protocol: 'LLDP',
  localInterfaceId: deviceId * 10 + port,
  localPort: null,
  remoteName: `r${remote}`,
  remotePort: `Gi1/0/${remote * 10 + (3 - port)}`,
  remotePortDescription: null,
  remotePortSubtype: 5,
  remoteChassisId: chassisId(remote),
  remoteChassisSubtype: 4,
  remoteAddress: null,
  remoteSystemDescription: null,
  firstSeenAtMs: systemClock.now(),
  lastSeenAtMs: systemClock.now(),
  missedRuns: 0,
});

/** A chain r1 - r2 - r3 …: port 2 of each leads to port 1 of the next. */
function chain({ store }: TemporaryStore): { network: Network; relinker: Relinker } {
  const network = new Network(store);
  const ids = Array.from({ length: DEVICES }, (_, index) => index + 1);
  const named = (id: number) => ({ sysName: `r${id}`, chassisId: `4:${chassisId(id)}`, address: `192.0.2.${id}` });
  network.putDevices(ids.map((id) => deviceRow(id, named(id))));
  network.interfaces.put(ids.flatMap((id) => [1, 2].map((port) => interfaceRow(id * 10 + port, id))));
  network.evidence.put(ids.slice(1).flatMap((id) => [hears(id, id - 1, 2, id), hears(10_000 + id, id, 1, id - 1)]));
  return { network, relinker: new Relinker({ network, clock: systemClock, log: keptLog() }) };
}

it('draws a network, and again when asked while it draws, without drawing anything twice', async () => {
  await using temporary = await temporaryStore();
  const { network, relinker } = chain(temporary);
  await Promise.all([relinker.now(), relinker.now()]);
  const links = [...network.links.all()];
  expect(links).toHaveLength(DEVICES - 1);
  expect(links.every(({ confidence }) => confidence === 'confirmed')).toBe(true);
  expect(relinker.linkOf(2)).toBe(links.find(({ aDeviceId, bDeviceId }) => aDeviceId + bDeviceId === 3)?.id);
  relinker.close();
});

it('draws no link to a device that was removed while links were inferred', async () => {
  await using temporary = await temporaryStore();
  const { network, relinker } = chain(temporary);
  const drawn = relinker.now();
  await Promise.resolve();
  network.removeDevice(200, systemClock.now());
  await drawn;
  expect(network.devices.get(200)).toBeUndefined();
  expect([...network.links.all()].filter((row) => row.aDeviceId === 200 || row.bDeviceId === 200)).toEqual([]);
  const known = new Set([...network.devices.all()].map(({ id }) => id));
  expect([...network.links.all()].every((row) => known.has(row.aDeviceId) && known.has(row.bDeviceId))).toBe(true);
  relinker.close();
});

it('draws nothing any more once it is closed', async () => {
  await using temporary = await temporaryStore();
  const { network, relinker } = chain(temporary);
  const drawn = relinker.now();
  relinker.close();
  await drawn;
  expect(network.links.size).toBe(0);
});
