/** What the shipped profiles make of vendors' own sensors and limits: scale, columns and words, by rows of the shape that the devices have. */
import { expect, test } from 'vitest';
import { applySensors } from '../../../../../../electron/engine/snmp/profiles/apply-health.ts';
import {
  parseProfiles,
  readProfileTexts,
  shippedProfileFolder,
} from '../../../../../../electron/engine/snmp/profiles/load-profiles.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';
import { readerOf } from './make-reader.ts';

const { files } = await readProfileTexts(shippedProfileFolder());
const { profiles } = parseProfiles(files);

type Cells = Readonly<Record<string, SnmpValue>>;

const sensorsOf = (name: string, entries: Readonly<Record<string, Cells>>, scalars: Cells = {}) => {
  const profile = profiles.find((one) => one.name === name) ?? expect.fail(`no profile ${name}`);
  return applySensors(profile, readerOf(profile, entries, scalars)).map(({ name: title, value, limits, entity }) => ({
    title,
    value,
    limits,
    entity,
  }));
};

const E = '1.3.6.1.4.1.';

test('Junos: the lanes of a transceiver have the limits of the module', () => {
  const dom = {
    '9.531': 400, '10.531': -1397, '11.531': 340, '12.531': -1100,
    '13.531': 12000, '14.531': 2000, '15.531': 11000, '16.531': 3000,
    '17.531': 500, '18.531': -1000, '19.531': 400, '20.531': -800,
  }; // prettier-ignore
  const lane = { '6.531.0': -250, '7.531.0': 7500, '8.531.0': -120 };
  const told = sensorsOf('juniper-junos', { [`${E}2636.3.60.1.1.1.1`]: dom, [`${E}2636.3.60.1.2.1.1`]: lane });
  expect(told.filter(({ value }) => value !== null)).toEqual([
    {
      title: 'Rx 531.0',
      value: -2.5,
      limits: { lowCritical: -13.97, lowWarning: -11, highWarning: 3.4, highCritical: 4 },
      entity: undefined,
    },
    {
      title: 'Tx bias 531.0',
      value: 0.0075,
      limits: { lowCritical: 0.002, lowWarning: 0.003, highWarning: 0.011, highCritical: 0.012 },
      entity: undefined,
    },
    {
      title: 'Tx 531.0',
      value: -1.2,
      limits: { lowCritical: -10, lowWarning: -8, highWarning: 4, highCritical: 5 },
      entity: undefined,
    },
  ]);
});

test('Junos: states and temperatures belong to the part of the same index', () => {
  const fru = { '5.2.1.1.0': Buffer.from('Power Supply 0'), '8.2.1.1.0': 6 };
  const told = sensorsOf('juniper-junos', { [`${E}2636.3.1.15.1`]: fru });
  expect(told).toMatchObject([{ title: 'Power Supply 0', value: 6, entity: 2_001_001_000 }]);
});

test('APC: input voltage between the transfer points, runtime above the low battery, load in whole amperes', () => {
  const ups = `${E}318.1.1.1`;
  const scalars = {
    [`${ups}.3.2.1.0`]: 229,
    [`${ups}.5.2.2.0`]: 253,
    [`${ups}.5.2.3.0`]: 196,
    [`${ups}.2.2.3.0`]: 192_000,
    [`${ups}.5.2.8.0`]: 12_000,
  };
  const pdu = { [`${E}318.1.1.12.2.3.1.1`]: { '2.1': 28 }, [`${E}318.1.1.12.2.2.1.1`]: { '3.1': 8, '4.1': 12 } };
  const told = sensorsOf('apc-ups', pdu, scalars);
  const of = (title: string, value: number) => told.find((one) => one.title === title && one.value === value)?.limits;
  const none = { lowCritical: null, lowWarning: null, highWarning: null, highCritical: null };
  expect(of('Input', 229)).toEqual({ ...none, lowWarning: 196, highWarning: 253 });
  expect(of('Battery runtime', 32)).toEqual({ ...none, lowCritical: 2 });
  expect(of('PDU phase 1', 2.8)).toEqual({ ...none, highWarning: 8, highCritical: 12 });
});

test.each([
  [
    'hp-procurve',
    `${E}11.2.14.11.1.2.8.1.1`,
    { '2.1': Buffer.from('Chassis'), '3.1': Buffer.from('25C'), '7.1': Buffer.from('57C') },
    25,
    { highCritical: 57 },
  ],
  [
    'alcatel-aos6',
    `${E}6486.800.1.1.1.3.1.1.3.1`,
    { '4.1': 44, '7.1': 72, '8.1': 80 },
    44,
    { highWarning: 72, highCritical: 80 },
  ],
  [
    'alcatel-aos7',
    `${E}6486.801.1.1.1.3.1.1.3.1`,
    { '5.1': 72, '6.1': 80, '8.1': 44 },
    44,
    { highWarning: 72, highCritical: 80 },
  ],
  [
    'ciena-saos',
    `${E}6141.2.60.11.1.1.5.1.1`,
    { '2.1': 31, '3.1': 65, '4.1': 0 },
    31,
    { lowCritical: 0, highCritical: 65 },
  ],
  [
    'extreme-voss',
    `${E}2272.1.101.1.1.2.1`,
    { '2.1': Buffer.from('CPU 1'), '3.1': 47, '4.1': 95, '5.1': 100, '6.1': 1 },
    47,
    { highWarning: 95, highCritical: 100 },
  ],
  [
    'huawei-vrp',
    `${E}2011.5.25.31.1.1.8.1`,
    { '6.1.0.72.1': 41, '7.1.0.72.1': 90, '8.1.0.72.1': 100, '9.1.0.72.1': 105 },
    41,
    { highWarning: 90, highCritical: 100 },
  ],
  [
    'cisco-small-business',
    `${E}9.6.1.101.53.15.1`,
    { '10.1': 52, '11.1': 1, '12.1': 85, '13.1': 90, '10.2': 1, '11.2': 123_456, '12.2': 2, '13.2': 1 },
    52,
    { highWarning: 85, highCritical: 90 },
  ],
  ['nokia-timos', `${E}6527.3.1.2.2.1.8.1`, { '18.1.1': 41, '19.1.1': 75 }, 41, { highCritical: 75 }],
] as const)('%s: temperature', (name, entry, cells, value, limits) => {
  const warmth = sensorsOf(name, { [entry]: cells }).find((one) => one.value === value && one.limits !== undefined);
  expect(warmth?.limits).toMatchObject(limits);
});

test('APC transfer switch: a lost source and lost redundancy are faults, the selected source is told', () => {
  const status = { '1.1.0': 2, '1.2.0': 2, '1.3.0': 1, '1.4.0': 2, '1.12.0': 1, '1.13.0': 2 };
  const scalars = Object.fromEntries(Object.entries(status).map(([at, value]) => [`${E}318.1.1.8.5.${at}`, value]));
  const profile = profiles.find((one) => one.name === 'apc-ups') ?? expect.fail('no profile apc-ups');
  const told = applySensors(profile, readerOf(profile, {}, scalars)).map((one) => [one.name, one.status, one.health]);
  expect(told).toEqual([
    ['Transfer switch communication', 'established', 'ok'],
    ['Selected source', 'sourceB', undefined],
    ['Redundancy', 'lost', 'critical'],
    ['Output current', 'ok', 'ok'],
    ['Source A', 'fail', 'failed'],
    ['Source B', 'ok', 'ok'],
  ]);
});

const toldBy = (name: string, entries: Readonly<Record<string, Cells>>, scalars: Cells = {}) => {
  const profile = profiles.find((one) => one.name === name) ?? expect.fail(`no profile ${name}`);
  const sensors = applySensors(profile, readerOf(profile, entries, scalars));
  return sensors.map((one) => [one.name, one.kind === 'state' ? one.status : one.value, one.health]);
};

test('FortiGate: a dead link has a state and its loss, and no answer time', () => {
  const link = (state: number, delay: string, loss: string, column: number) => ({
    [`4.${column}`]: state,
    [`5.${column}`]: Buffer.from(delay),
    [`6.${column}`]: Buffer.from('0.250'),
    [`9.${column}`]: Buffer.from(loss),
    [`2.${column}`]: Buffer.from('Internet'),
    [`14.${column}`]: Buffer.from(`wan${column}`),
  });
  const entry = { ...link(0, '12.500', '0.000', 1), ...link(1, '0.000', '100.000', 2) };
  expect(toldBy('fortinet-fortigate', { [`${E}12356.101.4.9.2.1`]: entry })).toEqual([
    ['SD-WAN Internet wan1', 'alive', 'ok'],
    ['SD-WAN Internet wan2', 'dead', 'critical'],
    ['SD-WAN Internet wan1 latency', 0.0125, undefined],
    ['SD-WAN Internet wan1 jitter', 0.00025, undefined],
    ['SD-WAN Internet wan1 loss', 0, undefined],
    ['SD-WAN Internet wan2 loss', 100, undefined],
  ]);
});

test('ProCurve: a stack tells of each member, a supply without current tells nothing of its load', () => {
  const psu = { '2.1': 3, '4.1': 31, '6.1': 80, '7.1': 680, '2.2': 2, '4.2': 0, '6.2': 0, '7.2': 0 };
  const members = { '9.1': 3, '9.2': 8 };
  const told = toldBy(
    'hp-procurve',
    { [`${E}11.2.14.11.5.1.55.1.1.1`]: psu, [`${E}11.2.14.11.5.1.69.1.3.1`]: members },
    { [`${E}11.2.14.11.5.1.69.1.1.2.0`]: 4 },
  );
  expect(told).toEqual([
    ['Power supply 1', 'powered', 'ok'],
    ['Power supply 2', 'notPlugged', 'failed'],
    ['Power supply 1', 31, undefined],
    ['Power supply 1', 80, undefined],
    ['Stack', 'fragmentActive', 'warning'],
    ['Stack member 1', 'commander', 'ok'],
    ['Stack member 2', 'communicationFailure', 'failed'],
  ]);
});

test('A disk that still works and is about to fail is a fault of its own', () => {
  const disk = { '2.0': Buffer.from('Disk 1'), '3.0': Buffer.from('WD40'), '5.0': 1, '9.0': 12, '13.0': 4 };
  expect(toldBy('synology-dsm', { [`${E}6574.2.1.1`]: disk })).toEqual([
    ['Disk 1 WD40', 'normal', 'ok'],
    ['Disk 1 WD40 health', 'failing', 'failed'],
    ['Disk 1 WD40 bad sectors', 12, undefined],
  ]);
});

test('Cisco Small Business: firmware with the older columns tells no temperature of a unit, nor does an empty place', () => {
  const older = { '9.1': 52, '10.1': 1, '11.1': 123_456, '12.1': 2, '13.1': 1 };
  expect(toldBy('cisco-small-business', { [`${E}9.6.1.101.53.15.1`]: older })).toEqual([]);
  expect(
    toldBy('cisco-small-business', { [`${E}9.6.1.101.83.5.1.1`]: { '2.1': 88, '2.2': 0, '3.1': 4200, '3.2': 0 } }),
  ).toEqual([
    ['Temperature 1', 88, undefined],
    ['Fan 1', 4200, undefined],
  ]);
});

test('QNAP and APC PDU: fans, supplies and probes by their own judgement', () => {
  const q = `${E}24681.1.4.1.1.1.1`;
  expect(toldBy('qnap', { [`${q}.2.2.1`]: { '4.1': -1 }, [`${q}.3.2.1`]: { '4.1': 0 } })).toEqual([
    ['Fan 1', 'fail', 'failed'],
    ['Power supply 1', 'ok', 'ok'],
  ]);
  const probes = {
    '3.1.1': Buffer.from('Rack 4'),
    '8.1.1': 314,
    '9.1.1': 5,
    '10.1.1': 41,
    '11.1.1': 4,
    '9.2.1': 1,
    '8.2.1': -1,
  };
  expect(toldBy('apc-ups', { [`${E}318.1.1.26.10.2.2.1`]: probes })).toEqual([
    ['Rack 4', 31.4, 'warning'],
    ['Rack 4', 41, 'ok'],
  ]);
});

test.each([
  ['palo-alto-panos', `${E}25461.2.1.2.1.11.0`, 'Active', { value: 5, status: 'active', health: 'ok' }],
  [
    'palo-alto-panos',
    `${E}25461.2.1.2.1.12.0`,
    'non-functional',
    { value: 2, status: 'non-functional', health: 'critical' },
  ],
  ['checkpoint-gaia', `${E}2620.1.5.6.0`, 'standby', { value: 2, status: 'standby', health: 'ok' }],
])('%s tells the state of its cluster in words: %s', (name, oid, word, wanted) => {
  const profile = profiles.find((one) => one.name === name) ?? expect.fail(`no profile ${name}`);
  const told = (text: string) => applySensors(profile, readerOf(profile, {}, { [oid]: Buffer.from(text) }));
  expect(told(word)).toMatchObject([{ kind: 'state', ...wanted, told: { raw: word } }]);
  expect(told('something new')).toEqual([]);
});
