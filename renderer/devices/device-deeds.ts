/** What can be done to many devices at once, each with its way back where there is one. */
import type { DeviceKind } from '../../shared/contract/common.ts';
import type { Device } from '../../shared/contract/devices.ts';
import type { CredentialKind } from '../../shared/contract/settings.ts';
import { call } from '../engine/connection.ts';
import type { BulkWork, Undo } from '../state/bulk-job.ts';

type Change = Omit<Parameters<typeof call<'device.change'>>[1], 'deviceId'>;

const change = async (device: Device, values: Change): Promise<void> => {
  await call('device.change', { deviceId: device.id, ...values });
};

const items = (devices: readonly Device[], run: (device: Device) => Promise<Undo | null>): BulkWork['items'] =>
  devices.map((device) => ({ name: device.name, run: () => run(device) }));

/** `to` and its opposite are told by the device as it was when this began. */
function changing(
  devices: readonly Device[],
  words: Pick<BulkWork, 'doing' | 'done'>,
  to: Change,
  back: (device: Device) => Change,
): BulkWork {
  const run = async (device: Device): Promise<Undo> => {
    await change(device, to);
    return () => change(device, back(device));
  };
  return { ...words, items: items(devices, run) };
}

/** A poll that brings a part of the device only is told as a failure: somebody should look. */
export function pollWork(devices: readonly Device[]): BulkWork {
  const run = async (device: Device): Promise<null> => {
    if (!device.managed) throw new Error('It is only heard of by its neighbours, and not polled.');
    const { problem } = await call('device.poll', { deviceId: device.id });
    if (problem !== null) throw new Error(problem);
    return null;
  };
  return { doing: 'Polling', done: 'polled', items: items(devices, run) };
}

/** `untilMs` null: until somebody ends it. */
export function maintenanceWork(devices: readonly Device[], maintenance: boolean, untilMs: number | null): BulkWork {
  const words = maintenance
    ? { doing: 'Beginning maintenance of', done: 'in maintenance' }
    : { doing: 'Ending maintenance of', done: 'back from maintenance' };
  return changing(devices, words, { maintenance, maintenanceUntilMs: untilMs }, (device) => ({
    maintenance: device.state === 'maintenance',
    maintenanceUntilMs: device.maintenanceUntilMs,
  }));
}

export function siteWork(devices: readonly Device[], site: string | null): BulkWork {
  const words = { doing: 'Setting the site of', done: site === null ? 'without a site' : `at ${site}` };
  return changing(devices, words, { site }, (device) => ({ site: device.site }));
}

/** Null leaves the kind to discovery. */
export function kindWork(devices: readonly Device[], kind: DeviceKind | null): BulkWork {
  const words = { doing: 'Setting the kind of', done: kind === null ? 'left to discovery' : 'changed' };
  const back = async (device: Device): Promise<void> => {
    await change(device, { kind: device.kind });
    if (!device.kindPinned) await change(device, { kind: null });
  };
  const run = async (device: Device): Promise<Undo> => {
    await change(device, { kind });
    return () => back(device);
  };
  return { ...words, items: items(devices, run) };
}

/** The credential before is read first: a device that had none cannot be given none again. */
export function credentialWork(devices: readonly Device[], credential: { id: number; kind: CredentialKind }): BulkWork {
  const purpose = credential.kind.startsWith('snmp') ? 'snmp' : 'ssh';
  const run = async (device: Device): Promise<Undo | null> => {
    const { credentials } = await call('device.read', { deviceId: device.id });
    const before = credentials.find(({ kind }) => kind === purpose)?.credentialId;
    await change(device, { credentialId: credential.id });
    return before === undefined ? null : () => change(device, { credentialId: before });
  };
  return { doing: 'Setting the credential of', done: 'given the credential', items: items(devices, run) };
}

export function removalWork(devices: readonly Device[]): BulkWork {
  const run = async (device: Device): Promise<null> => {
    await call('device.remove', { deviceId: device.id });
    return null;
  };
  return { doing: 'Removing', done: 'removed', items: items(devices, run) };
}
