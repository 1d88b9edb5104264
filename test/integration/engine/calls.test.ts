/** The page's calls on devices, settings, credentials, search and discovery, with a real agent behind them. */
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processVault } from '../../../electron/headless/process-vault.ts';
import { startSnmpd, type Snmpd } from '../../helpers/snmpd.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { missingTools } from '../../helpers/tools.ts';
import { until } from '../../helpers/until.ts';
import { readUntil, startTestEngine, type TestEngine } from './test-engine.ts';

const notRun = missingTools('snmpd');

describe.skipIf(notRun)(`what a page may ask${notRun}`, () => {
  let folder: TemporaryFolder;
  let agent: Snmpd;
  let test: TestEngine;
  let communityId: number;
  let userId: number;
  const vault = processVault();
  beforeAll(async () => {
    folder = await temporaryFolder('calls');
    agent = await startSnmpd({ sysName: 'asked' });
    test = await startTestEngine({ file: folder.file('net.trunkline'), vault });
    const { client } = test;
    const add = async (name: string, secret: Parameters<typeof client.call<'credential.add'>>[1]['secret']) =>
      (await client.call('credential.add', { name, secret })).credentialId;
    communityId = await add('community', { kind: 'snmp-community', community: 'public' });
    userId = await add('nobody', { kind: 'snmp-v3', user: 'nobody' });
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await agent.stop();
    await folder.remove();
  });

  /** Rows of each table that speak of the device, by name of the table; tables without such rows are left out. */
  const rowsOf = (deviceId: number): Record<string, number> => {
    const connection = new Database(folder.file('net.trunkline'), { readonly: true });
    const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
    const counts = tables.flatMap((table) => {
      const columns = (connection.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name);
      const column = ['device_id', 'deviceId'].find((name) => columns.includes(name));
      const where = column ?? (table === 'devices' ? 'id' : null);
      if (where === null) return [];
      const count = connection.prepare(`SELECT count(*) FROM ${table} WHERE ${where} = ?`).pluck().get(deviceId);
      return Number(count) === 0 ? [] : [[table, Number(count)] as const];
    });
    const states = connection
      .prepare("SELECT count(*) FROM states WHERE subject IN ('device', 'icmp', 'snmp', 'ssh') AND subject_id = ?")
      .pluck()
      .get(deviceId);
    connection.close();
    return Object.fromEntries(Number(states) === 0 ? counts : [...counts, ['states', Number(states)]]);
  };

  it('a device is added once, by address, and what is no address is refused where it stands', async () => {
    const { client } = test;
    const { deviceId } = await client.call('device.add', { address: '127.0.0.1', snmpPort: agent.port });
    await client.call('device.poll', { deviceId });
    const detail = await client.call('device.read', { deviceId });
    expect(detail.device).toMatchObject({ name: 'asked', snmp: 'answers', icmp: 'answers', problem: null });
    await expect(client.call('device.add', { address: '127.0.0.1' })).rejects.toMatchObject({
      code: 'conflict',
      message: '127.0.0.1 is in the network already, as asked.',
    });
    for (const address of ['router.example', '10.0.0.256', '10.0.0.0/8', '']) {
      const refused = client.call('device.add', { address });
      await expect(refused).rejects.toMatchObject({ code: 'bad-argument', path: 'address' });
    }
    for (const name of ['device.read', 'device.poll', 'device.remove'] as const)
      await expect(client.call(name, { deviceId: 9999 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('what a person says of a device stays until they clear it', async () => {
    const { client } = test;
    const { deviceId } = await client.call('device.add', { address: '127.0.0.5', name: 'one', site: 'here' });
    await client.call('device.change', { deviceId, kind: 'firewall', maintenance: true });
    const read = async () => (await client.call('device.read', { deviceId })).device;
    expect(await read()).toMatchObject({ name: 'one', site: 'here', kind: 'firewall' });
    await until(async () => (await read()).state === 'maintenance');
    await client.call('device.change', { deviceId, name: null, site: null, maintenance: false });
    expect(await read()).toMatchObject({ name: '127.0.0.5', site: null, kind: 'firewall' });
    await client.call('device.remove', { deviceId });
  });

  it('maintenance ends by itself at the time set, and says so', async () => {
    const { client } = test;
    const { deviceId } = await client.call('device.add', { address: '127.0.0.8' });
    const read = async () => (await client.call('device.read', { deviceId })).device;
    const untilMs = Date.now() + 3000;
    await client.call('device.change', { deviceId, maintenance: true, maintenanceUntilMs: untilMs });
    expect(await read()).toMatchObject({ maintenanceUntilMs: untilMs });
    // Looks that people cause are spaced, so the state follows in a moment.
    await until(async () => (await read()).state === 'maintenance');
    await until(async () => (await read()).maintenanceUntilMs === null, {
      what: 'maintenance to end',
      timeoutMs: 20_000,
    });
    await until(async () => (await read()).state !== 'maintenance', { what: 'the state to follow', timeoutMs: 20_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(untilMs);
    const events = await client.call('event.list', { deviceId, fromMs: 0, toMs: Date.now() + 1000 });
    expect(events.map((event) => event.kind)).toEqual(
      expect.arrayContaining(['maintenance.started', 'maintenance.ended']),
    );
    await client.call('device.remove', { deviceId });
  });

  it('a kind that a person chose is left to discovery again', async () => {
    const { client } = test;
    const { deviceId } = await client.call('device.add', { address: '127.0.0.9' });
    const read = async () => (await client.call('device.read', { deviceId })).device;
    await client.call('device.change', { deviceId, kind: 'firewall' });
    expect(await read()).toMatchObject({ kind: 'firewall', kindPinned: true });
    await client.call('device.change', { deviceId, kind: null });
    expect(await read()).toMatchObject({ kind: 'firewall', kindPinned: false });
    await client.call('device.remove', { deviceId });
  });

  it('a device is given another credential, which stands above what it answered to before', async () => {
    const { client } = test;
    await using other = await startSnmpd({ sysName: 'rekeyed', address: '127.0.0.10' });
    const address = { address: '127.0.0.10', snmpPort: other.port };
    const { deviceId } = await client.call('device.add', { ...address, credentialIds: [communityId] });
    await client.call('device.poll', { deviceId });
    const used = async () =>
      (await client.call('device.read', { deviceId })).credentials.map((one) => one.credentialId);
    expect(await used()).toEqual([communityId]);
    await client.call('device.change', { deviceId, credentialId: userId });
    expect(await used()).toEqual([userId]);
    const gone = client.call('device.change', { deviceId, credentialId: 9999 });
    await expect(gone).rejects.toMatchObject({ code: 'not-found' });
    await client.call('device.change', { deviceId, credentialId: communityId });
    expect((await client.call('device.poll', { deviceId })).problem).toBeNull();
    await client.call('device.remove', { deviceId });
  });

  it('a device is removed with all its rows, also in the middle of a poll', async () => {
    const { client } = test;
    await using hung = await startSnmpd({ users: [], address: '127.0.0.6', sysName: 'leaving' });
    const { deviceId } = await client.call('device.add', { address: '127.0.0.6', snmpPort: hung.port });
    await client.call('device.poll', { deviceId });
    await test.engine.context.store.flush();
    expect(Object.keys(rowsOf(deviceId))).toEqual(
      expect.arrayContaining(['devices', 'interfaces', 'addresses', 'states']),
    );
    hung.pause();
    const polling = client.call('device.poll', { deviceId }).catch((error: unknown) => error);
    await client.call('device.remove', { deviceId });
    expect(rowsOf(deviceId)).toEqual({});
    hung.continue();
    await polling;
    await test.engine.context.store.flush();
    expect(rowsOf(deviceId)).toEqual({});
    await expect(client.call('device.read', { deviceId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await client.call('search.find', { text: 'leaving' })).toEqual([]);
  });

  it('what a silent agent measured is not known any more, and known again when it answers', async () => {
    const { client, engine } = test;
    const { network } = engine.context;
    await using hung = await startSnmpd({ users: [], address: '127.0.0.13', sysName: 'falls-silent' });
    const { deviceId } = await client.call('device.add', { address: '127.0.0.13', snmpPort: hung.port });
    const ports = () => network.interfaces.of(deviceId).map(({ id }) => network.interfaceLatest.get(id)?.quality);
    const latest = () => network.deviceLatest.get(deviceId);
    const measuring = () =>
      network.sensors.of(deviceId).filter(({ id }) => network.sensorItems.get(id)?.value !== null);
    const poll = () => client.call('device.poll', { deviceId });
    await poll();
    await until(async () => {
      await poll();
      return ports().includes('good') && latest()?.memory !== null;
    });
    expect(measuring()).not.toEqual([]);
    hung.pause();
    await poll().catch((error: unknown) => error);
    await until(() => latest()?.memory === null);
    expect(measuring()).toEqual([]);
    expect(latest()).toMatchObject({ cpu: null, pollMs: null });
    expect(ports()).not.toContain('good');
    hung.continue();
    await until(async () => {
      await poll();
      return ports().includes('good') && latest()?.memory !== null;
    });
  });

  it.each([
    ['counterIntervalS', 4],
    ['icmpIntervalS', 0],
    ['snmpConcurrency', 2001],
    ['sampleRetentionDays', 0],
    ['allowedRanges', ['everything']],
    ['networkName', '  '],
    ['unheardOf', 1],
  ])('the setting %s refuses %j, and nothing changes', async (name, value) => {
    const before = test.engine.context.settings.values;
    const refused = test.client.call('settings.change', { values: { icmpIntervalS: 7, [name]: value } });
    await expect(refused).rejects.toMatchObject({ code: 'bad-argument', path: expect.stringContaining('values') });
    expect(test.engine.context.settings.values).toEqual(before);
  });

  it('a credential is tried on the spot, and the answer says what mends it', async () => {
    const at = (credentialId: number, address: string, port = agent.port) =>
      test.client.call('credential.test', { credentialId, address, port });
    expect(await at(communityId, '127.0.0.1')).toMatchObject({
      ok: true,
      message: expect.stringMatching(/^asked answers: Linux /),
      durationMs: expect.any(Number),
    });
    expect(await at(userId, '127.0.0.1')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/does not know the SNMPv3 user/),
    });
    expect(await at(communityId, '192.0.2.77')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/192\.0\.2\.77 is outside the allowed ranges, so nothing was sent/),
    });
    await expect(at(9999, '127.0.0.1')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('search finds a device by name, an interface, an address and a MAC however it is written', async () => {
    const { client } = test;
    const find = (text: string) => client.call('search.find', { text });
    expect((await find('ASKED'))[0]).toMatchObject({ kind: 'device', title: 'asked' });
    expect(await find('lo')).toContainEqual(expect.objectContaining({ kind: 'interface', title: 'lo' }));
    expect(await find('127.0.0.1')).toContainEqual(expect.objectContaining({ kind: 'address', subtitle: 'asked' }));
    const [withMac] = [...test.engine.context.network.interfaces.all()].filter((row) => row.mac !== null);
    const mac = withMac?.mac ?? '';
    expect(mac).not.toBe('');
    const cisco = mac.replaceAll(':', '').replace(/(.{4})(.{4})(.{4})/, '$1.$2.$3');
    for (const text of [mac, mac.toUpperCase().replaceAll(':', '-'), cisco])
      expect(await find(text)).toContainEqual(expect.objectContaining({ kind: 'mac', title: mac }));
    expect(await find('   ')).toEqual([]);
  });

  it('one discovery runs at a time; stopped, it keeps what it has and says so', async () => {
    const { client } = test;
    await using hung = await startSnmpd({ users: [], address: '127.0.0.7', port: agent.port });
    hung.pause();
    const targets = new Map<string, string>();
    let ended = '';
    const stops = [
      client.follow('discovery.targets', {}, ({ upsert }) => {
        for (const target of upsert) targets.set(target.id, target.step);
      }),
      client.follow('discovery.run', {}, ({ upsert }) => {
        ended = upsert[0]?.state === 'cancelled' ? upsert[0].text : '';
      }),
    ];
    const wish = { seeds: ['127.0.0.1', '127.0.0.7'], credentialIds: [communityId], snmpPort: agent.port };
    await client.call('discovery.start', wish);
    await expect(client.call('discovery.start', wish)).rejects.toMatchObject({ code: 'busy' });
    await until(() => targets.get('127.0.0.1') === 'done' && targets.get('127.0.0.7') === 'identify');
    await client.call('discovery.cancel', {});
    expect(await until(() => ended)).toMatch(/^Stopped after 1 device; what was found is kept/);
    hung.continue();
    await until(() => targets.get('127.0.0.7') === 'skipped');
    for (const stop of stops) stop();
    const outside = client.call('discovery.start', { seeds: ['10.0.0.1'], allow: ['127.0.0.0/8'] });
    await expect(outside).rejects.toMatchObject({ code: 'bad-argument', path: 'seeds' });
  });

  it('only the credential that was chosen goes to a new device', async () => {
    const { client } = test;
    const address = '127.0.0.11';
    await using other = await startSnmpd({ users: [], address, sysName: 'choosy' });
    const wish = { address, snmpPort: other.port, credentialIds: [userId] };
    const { deviceId } = await client.call('device.add', wish);
    const refused = await readUntil(client, deviceId, ({ device }) => device.snmp === 'refused');
    expect(refused.device.problem).toMatch(/does not know the SNMPv3 user\. Check the user name, or/);
    await client.call('device.poll', { deviceId });
    expect((await client.call('device.read', { deviceId })).credentials).toEqual([]);
  });

  it('several that were chosen are still the only ones after a restart, each for its purpose', async () => {
    const { client } = test;
    const secret = { kind: 'ssh-password' as const, user: 'ops', password: 'planted-pass' };
    const { credentialId: sshId } = await client.call('credential.add', { name: 'login', secret });
    const other = { kind: 'snmp-v3' as const, user: 'other' };
    const { credentialId: otherId } = await client.call('credential.add', { name: 'other', secret: other });
    const wish = { address: '127.0.0.12', snmpPort: 9, credentialIds: [userId, otherId] };
    const { deviceId } = await client.call('device.add', wish);
    await test[Symbol.asyncDispose]();
    test = await startTestEngine({ file: folder.file('net.trunkline'), vault });
    const tried = (purpose: 'snmp' | 'ssh') =>
      test.engine.context.credentials.toTry(purpose, deviceId).map(({ id }) => id);
    expect(tried('snmp')).toEqual([userId, otherId]);
    expect(tried('ssh')).toEqual([sshId]);
    await test.client.call('credential.remove', { credentialId: otherId });
    expect(tried('snmp')).toEqual([userId]);
    await test.client.call('device.change', { deviceId, credentialId: communityId });
    expect(tried('snmp')).toEqual([communityId]);
  });
});
