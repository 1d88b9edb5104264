/** A switch that says what it is made of, over SNMP: parts, limits, optics, VLANs, and what becomes of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAgent, type Agent } from '../../../electron/headless/demo/agent/open-agent.ts';
import { indexObjects, type MibObject } from '../../../electron/headless/demo/agent/object-index.ts';
import { encodeInteger, encodeOctets, encodeOid, parseOid } from '../../../electron/headless/demo/ber/encode.ts';
import type { IdentityField, Sensor } from '../../../shared/contract/hardware.ts';
import type { WatchLine } from '../../../shared/model/watch-line.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';
import { startTestEngine, type TestEngine } from './test-engine.ts';

/** What the switch says now. */
interface Switch {
  fanState: number;
  receivedTenthsDbm: number | null;
  inletTenths: number;
  supplySerial: string;
  portUp: boolean;
}

type Object_ = MibObject<Switch>;
type Value = Object_['value'];

const at = (column: string, index: readonly number[], value: Value): Object_ => ({
  oid: [...parseOid(column), ...index],
  value,
});
const text = (words: string): Buffer => encodeOctets(words);
const number = (value: number): Buffer => encodeInteger(value);

const PHYSICAL = '1.3.6.1.2.1.47.1.1.1.1';
const CHASSIS = 3;
const SUPPLY = 6;
const FAN = 7;
const SENSOR = 8;
const MODULE = 9;
const PORT = 10;

const part = (index: number, within: number, kind: number, name: string, serial: Value = text('')): Object_[] => [
  at(`${PHYSICAL}.2`, [index], text(`${name} of the test`)),
  at(`${PHYSICAL}.4`, [index], number(within)),
  at(`${PHYSICAL}.5`, [index], number(kind)),
  at(`${PHYSICAL}.6`, [index], number(index)),
  at(`${PHYSICAL}.7`, [index], text(name)),
  at(`${PHYSICAL}.11`, [index], serial),
  at(`${PHYSICAL}.13`, [index], text(kind === MODULE ? 'SFP-10G-LR' : '')),
];

const SENSOR_TABLE = '1.3.6.1.4.1.9.9.91.1.1.1.1';
const THRESHOLDS = '1.3.6.1.4.1.9.9.91.1.2.1.1';
const sensor = (index: number, type: number, value: (now: Switch) => number | null): Object_[] => {
  const there = (object: Buffer) => (now: Switch) => (value(now) === null ? null : object);
  return [
    at(`${SENSOR_TABLE}.1`, [index], there(number(type))),
    at(`${SENSOR_TABLE}.2`, [index], there(number(9))),
    at(`${SENSOR_TABLE}.3`, [index], there(number(1))),
    at(`${SENSOR_TABLE}.4`, [index], (now) => {
      const told = value(now);
      return told === null ? null : number(told);
    }),
    at(`${SENSOR_TABLE}.5`, [index], there(number(1))),
  ];
};
const threshold = (index: number, row: number, severity: number, relation: number, value: number): Object_[] => [
  at(`${THRESHOLDS}.2`, [index, row], number(severity)),
  at(`${THRESHOLDS}.3`, [index, row], number(relation)),
  at(`${THRESHOLDS}.4`, [index, row], number(value)),
];

const ENVMON = '1.3.6.1.4.1.9.9.13.1';
const STATIC = '1.3.6.1.2.1.17.7.1.4.3.1';
const OBJECTS: readonly Object_[] = [
  at('1.3.6.1.2.1.1.1', [0], text('Cisco IOS Software, Version 15.2(7)E3, test')),
  at('1.3.6.1.2.1.1.2', [0], encodeOid(parseOid('1.3.6.1.4.1.9.1.1208'))),
  at('1.3.6.1.2.1.1.3', [0], Buffer.from([0x43, 1, 100])),
  at('1.3.6.1.2.1.1.5', [0], text('sw')),
  ...[7, 8].flatMap((ifIndex) => [
    at('1.3.6.1.2.1.2.2.1.1', [ifIndex], number(ifIndex)),
    at('1.3.6.1.2.1.2.2.1.2', [ifIndex], text(`TenGigabitEthernet1/0/${ifIndex}`)),
    at('1.3.6.1.2.1.2.2.1.3', [ifIndex], number(6)),
    at('1.3.6.1.2.1.2.2.1.7', [ifIndex], number(1)),
    at('1.3.6.1.2.1.2.2.1.8', [ifIndex], (now) => number(now.portUp ? 1 : 2)),
    at('1.3.6.1.2.1.31.1.1.1.1', [ifIndex], text(`Te1/0/${ifIndex}`)),
  ]),
  ...part(1, 0, CHASSIS, 'Chassis', text('CHASSIS1')),
  ...part(10, 1, SUPPLY, 'Power supply 1', (now) => text(now.supplySerial)),
  ...part(20, 1, FAN, 'Fan 1'),
  ...part(30, 1, PORT, 'Te1/0/7'),
  ...part(31, 30, MODULE, 'Te1/0/7 optic', text('OPTIC1')),
  ...part(32, 31, SENSOR, 'Te1/0/7 Receive Power Sensor'),
  ...part(40, 1, SENSOR, 'Inlet'),
  at('1.3.6.1.2.1.47.1.3.2.1.2', [30, 0], encodeOid(parseOid('1.3.6.1.2.1.2.2.1.1.7'))),
  ...sensor(32, 14, (now) => now.receivedTenthsDbm),
  ...threshold(32, 1, 30, 2, -184),
  ...threshold(32, 2, 10, 2, -144),
  ...sensor(40, 8, (now) => now.inletTenths),
  ...threshold(40, 1, 10, 4, 450),
  ...threshold(40, 2, 30, 4, 600),
  at(`${ENVMON}.4.1.2`, [20], text('Fan 1')),
  at(`${ENVMON}.4.1.3`, [20], (now) => number(now.fanState)),
  at(`${ENVMON}.5.1.2`, [10], text('Power supply 1')),
  at(`${ENVMON}.5.1.3`, [10], number(1)),
  at(`${ENVMON}.5.1.2`, [11], text('Power supply 2')),
  at(`${ENVMON}.5.1.3`, [11], number(5)),
  at('1.3.6.1.2.1.17.1.4.1.2', [1], number(7)),
  at('1.3.6.1.2.1.17.1.4.1.2', [2], number(8)),
  at(`${STATIC}.1`, [20], text('staff')),
  at(`${STATIC}.2`, [20], encodeOctets(Buffer.from([0xc0]))),
  at(`${STATIC}.4`, [20], encodeOctets(Buffer.from([0x40]))),
];

describe('a switch and its parts', () => {
  const now: Switch = { fanState: 1, receivedTenthsDbm: -65, inletTenths: 300, supplySerial: 'PSU-A', portUp: true };
  const lines: WatchLine[] = [];
  let folder: TemporaryFolder;
  let agent: Agent;
  let test: TestEngine;
  let deviceId: number;

  beforeAll(async () => {
    folder = await temporaryFolder('hardware');
    const index = indexObjects(OBJECTS);
    agent = await openAgent({
      community: 'public',
      answers: () => true,
      echoRttMs: () => 1,
      index: () => index,
      view: () => now,
    });
    test = await startTestEngine({ file: folder.file('net.trunkline') });
    test.engine.watch((line) => lines.push(line));
    const { client } = test;
    const secret = { kind: 'snmp-community', community: 'public' } as const;
    const { credentialId } = await client.call('credential.add', { name: 'public', secret });
    const added = await client.call('device.add', {
      address: '127.0.0.1',
      snmpPort: agent.port,
      credentialIds: [credentialId],
    });
    deviceId = added.deviceId;
    await poll();
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await agent.close();
    await folder.remove();
  });

  const poll = async (): Promise<void> => void (await test.client.call('device.poll', { deviceId }));
  const sensors = (): Sensor[] => test.engine.context.network.sensorItems.all();
  const named = (name: string): Sensor => {
    const found = sensors().find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no sensor ${name}`);
    return found;
  };
  const openTitles = (): string[] =>
    test.engine.context.network.incidentItems
      .all()
      .filter((incident) => incident.closedAtMs === null)
      .map((incident) => incident.title);
  const deviceState = () => test.engine.context.network.deviceItems.get(deviceId);

  it('are read as a tree with serial numbers, and the optic is known by its port', async () => {
    const hardware = await test.client.call('hardware.read', { deviceId });
    expect(hardware.parts.map((one) => [one.name, one.class, one.serial])).toEqual([
      ['Chassis', 'chassis', 'CHASSIS1'],
      ['Power supply 1', 'powerSupply', 'PSU-A'],
      ['Fan 1', 'fan', null],
      ['Te1/0/7', 'port', null],
      ['Te1/0/7 optic', 'module', 'OPTIC1'],
    ]);
    const { interfaces } = test.engine.context.network;
    const port = interfaces.of(deviceId).find((row) => row.name === 'Te1/0/7');
    expect(named('Te1/0/7 Receive Power Sensor')).toMatchObject({
      optic: 'rx',
      interfaceId: port?.id,
      value: -6.5,
      unit: 'dBm',
      health: 'ok',
      limits: { lowCritical: -18.4, lowWarning: -14.4, highWarning: null, highCritical: null },
    });
  });

  it('have VLANs by interface, tagged and untagged', async () => {
    const { vlans, vlanSource } = await test.client.call('hardware.read', { deviceId });
    const name = (id: number) => test.engine.context.network.interfaces.get(id)?.name;
    expect(vlanSource).toBe('Q-BRIDGE-MIB');
    expect(vlans.map((one) => [one.vlan, one.name, one.untagged.map(name), one.tagged.map(name)])).toEqual([
      [20, 'staff', ['Te1/0/8'], ['Te1/0/7']],
    ]);
  });

  it('say where a value comes from', async () => {
    const subject = { kind: 'sensor', sensorId: named('Inlet').id } as const;
    expect(await test.client.call('value.why', { deviceId, subject })).toMatchObject({
      value: '30 °C',
      rule: '300 x 10^-1 = 30 °C, by the profile "cisco-ios"',
      told: [{ object: 'CISCO-ENTITY-SENSOR-MIB entSensorValue', oid: `${SENSOR_TABLE}.4.40`, raw: '300' }],
    });
    const why = await test.client.call('value.why', { deviceId, subject: { kind: 'part', index: 10 } });
    expect(why.told).toContainEqual({
      object: 'ENTITY-MIB entPhysicalSerialNum',
      oid: `${PHYSICAL}.11.10`,
      raw: 'PSU-A',
      means: null,
    });
    await expect(
      test.client.call('value.why', { deviceId, subject: { kind: 'part', index: 999 } }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('say where the identity of the device comes from', async () => {
    const why = (field: IdentityField) =>
      test.client.call('value.why', { deviceId, subject: { kind: 'identity', field } });
    expect(await why('serial')).toMatchObject({
      value: 'CHASSIS1',
      told: [{ object: expect.stringContaining('entPhysicalSerialNum'), oid: `${PHYSICAL}.11.1`, raw: 'CHASSIS1' }],
      readAtMs: expect.any(Number),
    });
    const version = await why('osVersion');
    expect(version).toMatchObject({ value: '15.2(7)E3', told: [{ object: 'SNMPv2-MIB sysDescr' }] });
    expect(version.rule).toContain('by the profile "cisco-ios"');
    expect(await why('vendor')).toMatchObject({ value: 'Cisco', told: [{ raw: '1.3.6.1.4.1.9.1.1208' }] });
    expect(await why('name')).toMatchObject({ value: 'sw', rule: 'As the device calls itself' });
    await test.client.call('device.change', { deviceId, name: 'Access 7' });
    expect(await why('name')).toMatchObject({ value: 'Access 7', told: [{ raw: 'sw' }] });
    await test.client.call('device.change', { deviceId, name: null });
    // Neither its number nor what it says that it does tells a kind.
    expect(await why('kind')).toMatchObject({ value: null, told: [], rule: expect.stringContaining('does not tell') });
  });

  it('that are well make no incident, and an empty bay is no fault', async () => {
    expect(named('Power supply 2').health).toBe('absent');
    expect(openTitles()).toEqual([]);
    expect(deviceState()?.state).toBe('up');
  });

  it('a fan that fails opens one incident, makes the device degraded, and closes it when it runs again', async () => {
    now.fanState = 3;
    await poll();
    await until(() => openTitles().length > 0, { what: 'the incident of the fan' });
    expect(openTitles()).toEqual(['sw fan 1 failed']);
    expect(deviceState()).toMatchObject({ state: 'degraded', stateBecause: 'fan 1 failed' });
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'state', device: 'sw', sensor: 'Fan 1', from: 'ok', to: 'critical' }),
    );
    now.fanState = 1;
    await poll();
    await until(() => openTitles().length === 0, { what: 'the end of the incident' });
    expect(deviceState()?.state).toBe('up');
    const states = await test.engine.context.store.readStates({
      fromMs: 0,
      toMs: Date.now() + 1000,
      subject: 'sensor',
      subjectId: named('Fan 1').id,
    });
    expect(states.map((row) => row.state)).toEqual(['ok', 'critical', 'ok']);
  });

  it('too little light is a fault after two readings, and none on a port without a link', async () => {
    now.receivedTenthsDbm = -190;
    await poll();
    expect(named('Te1/0/7 Receive Power Sensor').health).toBe('ok');
    await poll();
    await until(() => openTitles().length > 0, { what: 'the incident of the optic' });
    expect(openTitles()).toEqual(['sw Te1/0/7 receives too little light']);
    now.portUp = false;
    await poll();
    await until(() => named('Te1/0/7 Receive Power Sensor').health === 'unknown', { what: 'light that is not judged' });
    // Nobody can tell whether the optic is well: its incident stays as it was.
    expect(openTitles()).toEqual(['sw Te1/0/7 receives too little light']);
    now.portUp = true;
    now.receivedTenthsDbm = -65;
    await poll();
    await until(() => openTitles().length === 0, { what: 'the end of the incident' });
  });

  it('a sensor that vanishes is unknown, neither well nor at fault', async () => {
    now.receivedTenthsDbm = null;
    await poll();
    expect(named('Te1/0/7 Receive Power Sensor')).toMatchObject({
      value: null,
      health: 'unknown',
      because: 'the device does not show it any more',
    });
    now.receivedTenthsDbm = -65;
    await poll();
    expect(named('Te1/0/7 Receive Power Sensor')).toMatchObject({ value: -6.5, health: 'ok' });
    expect(sensors().filter((one) => one.name === 'Te1/0/7 Receive Power Sensor')).toHaveLength(1);
  });

  it('a part with another serial number is told as replaced', async () => {
    now.supplySerial = 'PSU-B';
    await poll();
    const events = await test.client.call('event.list', { deviceId, fromMs: 0, toMs: Date.now() + 1000 });
    expect(events.filter((event) => event.kind === 'hardware.changed').map((event) => event.text)).toEqual([
      'Power supply 1 was replaced: serial PSU-A before, serial PSU-B now',
    ]);
  });

  it('each reading is a sample of the graph', async () => {
    await test.engine.context.store.flush();
    const toMs = Date.now() + 1000;
    const sensorId = named('Inlet').id;
    const series = await test.client.call('series.sensor', { sensorId, fromMs: toMs - 600_000, toMs, maxPoints: 500 });
    const values = series.columns['value']?.mean.filter((value) => value !== null) ?? [];
    expect(values.length).toBeGreaterThan(5);
    expect(new Set(values)).toEqual(new Set([30]));
    const lines = await test.client.call('series.sensor-sparklines', {
      sensorIds: [sensorId],
      fromMs: toMs - 600_000,
      toMs,
      maxPoints: 50,
    });
    expect(lines[0]?.values).toContain(30);
  });

  it('are known again after a restart, with the fault that is still open', async () => {
    now.fanState = 3;
    await poll();
    await until(() => openTitles().length > 0, { what: 'the incident of the fan' });
    const before = named('Fan 1').id;
    await test[Symbol.asyncDispose]();
    test = await startTestEngine({ file: folder.file('net.trunkline') });
    expect(named('Fan 1')).toMatchObject({ id: before, health: 'critical', value: null });
    expect(openTitles()).toEqual(['sw fan 1 failed']);
  });
});
