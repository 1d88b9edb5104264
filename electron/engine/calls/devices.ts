/** Handlers of shared/contract/devices.ts. */
import type { DeviceDetail } from '../../../shared/contract/devices.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { formatAge } from '../../../shared/units/durations.ts';
import { newDeviceRow } from '../network/new-device-row.ts';
import { hostRange, isInside } from '../discovery/ranges.ts';
import type { DeviceRow } from '../store/rows.ts';
import type { RevisionSummary } from '../store/store.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<
  EngineHandlers,
  'device.add' | 'device.change' | 'device.remove' | 'device.read' | 'device.poll' | 'device.trust-host-key'
>;

const NO_FACTS = { processors: [], memory: [], storage: [], sensors: [], ssh: {} };

export function deviceHandlers(engine: EngineContext): Handlers {
  return {
    'device.add': (args) => addDevice(engine, args),
    'device.change': async (args) => {
      const row = deviceOf(engine, args.deviceId);
      changeDevice(engine, row, args);
      if (args.credentialId !== undefined) useCredential(engine, row.id, args.credentialId);
      await engine.store.flush();
      return {};
    },
    'device.remove': async ({ deviceId }) => {
      const { address } = deviceOf(engine, deviceId);
      const text = `${engine.network.nameOf(deviceId)} removed, which was at ${address}`;
      engine.poller.forget(deviceId);
      engine.terminals.closeOf(deviceId);
      const atMs = engine.host.clock.now();
      engine.network.removeDevice(deviceId, atMs);
      // Its own events went with it; this one belongs to nobody any more, and stays.
      engine.network.addEvent({ kind: 'device.removed', deviceId: null, text, atMs });
      engine.incidents.changedByPerson();
      await engine.store.flush();
      return {};
    },
    'device.read': ({ deviceId }) => readDetail(engine, deviceOf(engine, deviceId)),
    'device.poll': async ({ deviceId }) => {
      deviceOf(engine, deviceId);
      const startedAtMs = engine.host.clock.monotonic();
      await engine.poller.pollNow(deviceId);
      const durationMs = engine.host.clock.monotonic() - startedAtMs;
      return { durationMs, problem: engine.network.runtime(deviceId).problem };
    },
    'device.trust-host-key': ({ deviceId, fingerprint }) => trustHostKey(engine, deviceId, fingerprint),
  };
}

export function deviceOf(engine: EngineContext, deviceId: number): DeviceRow {
  const row = engine.network.devices.get(deviceId);
  if (row === undefined) throw new CallError('not-found', `There is no device ${deviceId} any more; it was removed.`);
  return row;
}

type AddArgs = Parameters<Handlers['device.add']>[0];

/** Naming an address is leave to ask it: it joins the allowed ranges, where it can be seen and taken back. */
async function addDevice(engine: EngineContext, args: AddArgs): Promise<{ deviceId: number }> {
  const { network, settings, poller, host } = engine;
  const known = [...network.devices.all()].find((row) => row.managed && row.address === args.address);
  if (known !== undefined) {
    throw new CallError('conflict', `${args.address} is in the network already, as ${network.nameOf(known.id)}.`);
  }
  if (!isInside(args.address, settings.values.allowedRanges)) settings.allow([hostRange(args.address)]);
  const row = {
    ...newDeviceRow(
      network.store.nextId('devices'),
      args.address,
      args.snmpPort ?? 161,
      host.clock.now(),
      args.sshPort,
    ),
    givenName: args.name ?? null,
    site: args.site ?? null,
    chosenCredentialIds:
      args.credentialIds === undefined || args.credentialIds.length === 0 ? null : args.credentialIds,
  };
  network.putDevices([row]);
  network.addEvent({ kind: 'device.found', deviceId: row.id, text: `Added at ${row.address}`, atMs: row.addedAtMs });
  poller.follow(row.id, 'read-now');
  await engine.store.flush();
  return { deviceId: row.id };
}

type ChangeArgs = Parameters<Handlers['device.change']>[0];

function changeDevice(engine: EngineContext, row: DeviceRow, args: ChangeArgs): void {
  engine.network.putDevices([
    {
      ...row,
      givenName: args.name === undefined ? row.givenName : args.name,
      site: args.site === undefined ? row.site : args.site,
      kind: args.kind ?? row.kind,
      kindPinned: args.kind === undefined ? row.kindPinned : args.kind !== null,
      ...maintenanceOf(row, args),
      sshPort: args.sshPort ?? row.sshPort,
    },
  ]);
  if (args.maintenance === undefined) return;
  if (args.maintenance !== row.maintenance) tellMaintenance(engine, row.id, args);
  engine.incidents.changedByPerson();
}

function maintenanceOf(row: DeviceRow, args: ChangeArgs): Pick<DeviceRow, 'maintenance' | 'maintenanceUntilMs'> {
  const maintenance = args.maintenance ?? row.maintenance;
  const untilMs = args.maintenanceUntilMs ?? (args.maintenance === undefined ? row.maintenanceUntilMs : null);
  return { maintenance, maintenanceUntilMs: maintenance ? untilMs : null };
}

function tellMaintenance({ network, host }: EngineContext, deviceId: number, args: ChangeArgs): void {
  const atMs = host.clock.now();
  const { maintenance, maintenanceUntilMs: untilMs = null } = args;
  const end = untilMs === null ? '' : `, for ${formatAge(untilMs - atMs)}`;
  const kind = maintenance === true ? 'maintenance.started' : 'maintenance.ended';
  const text = maintenance === true ? `Maintenance began${end}` : 'Maintenance was ended';
  network.addEvent({ kind, deviceId, text, atMs });
}

/** What was stopped because the device refused another credential is tried again. */
function useCredential({ credentials, poller }: EngineContext, deviceId: number, credentialId: number): void {
  const credential = credentials.get(credentialId);
  if (credential === null) {
    throw new CallError('not-found', `There is no credential ${credentialId} that can be opened on this machine.`, {
      hint: 'Enter it again under Settings, Credentials.',
    });
  }
  credentials.use(deviceId, credential);
  poller.credentialsChanged(deviceId);
}

async function readDetail(engine: EngineContext, row: DeviceRow): Promise<DeviceDetail> {
  const { network, poller, store } = engine;
  const view = network.deviceItems.get(row.id);
  if (view === undefined) throw new CallError('not-found', `There is no device ${row.id} any more.`);
  const hostKey = network.hostKeys.get(row.id);
  return {
    device: view,
    facts: network.facts.get(row.id)?.facts ?? NO_FACTS,
    addresses: network.addresses
      .of(row.id)
      .map(({ address, prefixLength, interfaceId }) => ({ address, prefixLength, interfaceId })),
    credentials: answeredCredentials(engine, row),
    revisions: (await store.readRevisions(row.id)).map(revisionView),
    polls: poller.statusOf(row.id),
    hostKey:
      hostKey === undefined
        ? null
        : { trusted: hostKey.trusted, firstSeenAtMs: hostKey.firstSeenAtMs, offered: hostKey.offered },
  };
}

const answeredCredentials = ({ network, credentials }: EngineContext, row: DeviceRow): DeviceDetail['credentials'] =>
  network.deviceCredentials.of(row.id).map(({ purpose, credentialId }) => ({
    kind: purpose,
    credentialId,
    name: credentials.items.get(credentialId)?.name ?? 'removed credential',
  }));

/** Without the hash, which is the engine's own. */
const revisionView = ({ stableHash: _hash, ...summary }: RevisionSummary) => summary;

/** Only the very key that was shown can be trusted: another one offered in between is refused again. */
async function trustHostKey(
  engine: EngineContext,
  deviceId: number,
  fingerprint: string,
): Promise<Record<string, never>> {
  const known = engine.network.hostKeys.get(deviceId);
  if (known?.offered !== fingerprint) {
    throw new CallError('conflict', 'The device does not offer this key any more.', {
      hint: 'Read the device again and compare the keys.',
    });
  }
  const atMs = engine.host.clock.now();
  engine.network.hostKeys.put([{ ...known, trusted: fingerprint, firstSeenAtMs: atMs, offered: null }]);
  engine.network.addEvent({
    kind: 'host-key.trusted',
    deviceId,
    text: `New SSH host key trusted: ${fingerprint}`,
    atMs,
  });
  engine.incidents.evaluate();
  // It was stopped for the refusal; whoever trusts the key wants to see that the device can be read again.
  engine.poller.credentialsChanged();
  engine.poller.follow(deviceId, 'read-now');
  await engine.store.flush();
  return {};
}
