import { describe, expect, it } from 'vitest';
import type { InterfaceReading } from '../../../../../../shared/model/reading.ts';
import { decodeLldpNeighbours, rowsWithoutPort } from '../../../../../../electron/engine/snmp/decode/lldp.ts';
import { portNames } from '../../../../../../electron/engine/snmp/decode/local-port.ts';
import {
  applyNeighbours,
  lldpHints,
  neighbourScalars,
  neighbourTables,
} from '../../../../../../electron/engine/snmp/profiles/apply-neighbours.ts';
import type { VendorNeighbours } from '../../../../../../electron/engine/snmp/profiles/apply-neighbours.ts';
import {
  parseProfiles,
  readProfileTexts,
  shippedProfileFolder,
} from '../../../../../../electron/engine/snmp/profiles/load-profiles.ts';
import type { NeighbourRules } from '../../../../../../electron/engine/snmp/profiles/schema.ts';
import type { WalkedTable, WalkedTables } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

const { files } = await readProfileTexts(shippedProfileFolder());
const { profiles } = parseProfiles(files);
const rulesOf = (name: string): NeighbourRules =>
  profiles.find((profile) => profile.name === name)?.neighbours ?? expect.fail(`no profile ${name}`);

/** Rows by table and index, cells by column number: as `snmpwalk -On` prints them. */
type Rows = Readonly<Record<string, Readonly<Record<string, Readonly<Record<number, SnmpValue>>>>>>;

const walked = (rules: NeighbourRules, rows: Rows): WalkedTables =>
  new Map(
    neighbourTables(rules).map((spec): [string, WalkedTable] => {
      const list = Object.entries(rows[spec.entry] ?? {}).map(([index, cells]) => ({
        index: index.split('.').map(Number),
        cells: Object.fromEntries(
          Object.entries(spec.columns).map(([name, column]) => [name, cells[column] ?? null] as const),
        ),
        atMs: 0,
        uptimeHundredths: null,
      }));
      const state = spec.entry in rows ? 'complete' : 'absent';
      return [spec.name, { name: spec.name, state, rows: list }];
    }),
  );

const port = (ifIndex: number, name: string): InterfaceReading => ({
  ifIndex,
  name,
  description: null,
  alias: null,
  type: null,
  speedBps: null,
  adminStatus: null,
  operStatus: null,
  mac: null,
  mtu: null,
  inOctets: null,
  outOctets: null,
});

interface Told {
  readonly ports?: readonly InterfaceReading[];
  readonly scalars?: Readonly<Record<string, SnmpValue>>;
  readonly lldpRows?: readonly number[];
}

const told = (
  profile: string,
  rows: Rows,
  { ports = [], scalars = {}, lldpRows = [] }: Told = {},
): VendorNeighbours => {
  const rules = rulesOf(profile);
  return applyNeighbours(rules, {
    tables: walked(rules, rows),
    scalars: new Map(Object.entries(scalars)),
    names: portNames(ports),
    lldpRows: new Set(lldpRows),
  });
};
const text = (words: string): Buffer => Buffer.from(words);
const E = '1.3.6.1.4.1.';

describe('FDP of FastIron', () => {
  const table = `${E}1991.1.1.3.20.1.2.1.1`;
  const icx = {
    3: text('icx-core'),
    5: Buffer.from([10, 1, 2, 3]),
    6: text('Version 08.0.80cT213'),
    7: text('ethernet1/2/4'),
    8: text('Stacking System ICX7450-48G'),
    9: text('Router'),
    10: 1,
  };

  it('tells who stands at which interface', () => {
    const { neighbours, troubles } = told(
      'foundry-brocade',
      { [table]: { '65.1': icx } },
      { ports: [port(65, '1/2/1')] },
    );
    expect(neighbours).toEqual([
      {
        protocol: 'FDP',
        localIfIndex: 65,
        localPort: '1/2/1',
        remoteName: 'icx-core',
        remotePort: 'ethernet1/2/4',
        remotePortDescription: null,
        remotePortSubtype: null,
        remoteChassisId: 'icx-core',
        remoteChassisSubtype: null,
        remoteAddress: '10.1.2.3',
        remoteSystemDescription: 'Stacking System ICX7450-48G\nVersion 08.0.80cT213',
        remoteCapabilities: ['router'],
      },
    ]);
    expect(troubles).toEqual([]);
  });

  it('calls a row CDP that was heard by CDP, and counts the table for both', () => {
    const { neighbours, runs } = told('foundry-brocade', {
      [table]: { '3.1': { ...icx, 10: 2 }, '3.2': { ...icx, 10: null } },
    });
    expect(neighbours.map((one) => one.protocol)).toEqual(['CDP', 'FDP']);
    expect(runs).toEqual({ FDP: 'complete', CDP: 'complete' });
  });

  it('is absent where nothing shows it, and empty where the device says whether it runs', () => {
    expect(told('foundry-brocade', {}).runs).toEqual({ FDP: 'absent', CDP: 'absent' });
    const [spokenBy = ''] = neighbourScalars(rulesOf('foundry-brocade'));
    expect(told('foundry-brocade', {}, { scalars: { [spokenBy]: 0 } }).runs).toEqual({
      FDP: 'complete',
      CDP: 'complete',
    });
  });

  it('leaves out who says nothing of itself, and says so', () => {
    const { neighbours, troubles } = told('foundry-brocade', {
      [table]: { '3.1': { 3: text(''), 7: text('e1'), 10: 1 } },
    });
    expect(neighbours).toEqual([]);
    expect(troubles).toEqual(['1 of 1 rows of its FDP neighbours do not say who the neighbour is. They are left out.']);
  });
});

it('ISDP of FASTPATH tells addresses and capabilities in words', () => {
  const row = {
    3: text('203.0.113.140'),
    6: text('edge-3560'),
    7: text('GigabitEthernet0/32'),
    9: text('Switch IGMP '),
  };
  const { neighbours } = told('edgeswitch', { [`${E}4413.1.1.39.1.2.1.1`]: { '25.1': row } });
  expect(neighbours).toMatchObject([
    { protocol: 'ISDP', localIfIndex: 25, remoteAddress: '203.0.113.140', remoteCapabilities: ['bridge'] },
  ]);
  const none = { ...row, 3: text('0.0.0.0') };
  expect(
    told('dell-n-series', { [`${E}674.10895.5000.2.6132.1.1.39.1.2.1.1`]: { '50.1': none } }).neighbours,
  ).toMatchObject([{ localIfIndex: 50, remoteAddress: null, remotePort: 'GigabitEthernet0/32' }]);
});

describe('EDP of ExtremeXOS', () => {
  const table = `${E}1916.1.13.2.1`;
  const vlans = `${E}1916.1.13.3.1`;
  const id = '0.0.0.4.150.81.160.17';
  const row = { 3: text('x460-dist\0'), 4: text('15.3.1.4'), 5: 1, 6: 49 };

  it('finds MAC, port and the first address that one can use', () => {
    const rows = {
      [table]: { [`1050.${id}`]: row },
      [vlans]: {
        [`1050.${id}.7.68.101.102.97.117.108.116`]: { 2: 1, 3: '0.0.0.0' },
        [`1050.${id}.4.77.103.109.116`]: { 2: 4095, 3: '192.0.2.7' },
      },
    };
    expect(told('extreme-xos', rows, { ports: [port(1050, '50')] }).neighbours).toMatchObject([
      {
        protocol: 'EDP',
        localIfIndex: 1050,
        localPort: '50',
        remoteName: 'x460-dist',
        remotePort: '1:49',
        remotePortDescription: '49',
        remoteChassisId: '00:04:96:51:a0:11',
        remoteChassisSubtype: 4,
        remoteAddress: '192.0.2.7',
        remoteSystemDescription: '15.3.1.4',
      },
    ]);
  });

  it('reads an index with the length of the id in front, and keeps a row whose index is too short', () => {
    const { neighbours } = told('extreme-xos', { [table]: { [`1050.8.${id}`]: row, '1051.0': row } });
    expect(neighbours).toMatchObject([
      { localIfIndex: 1050, remoteChassisId: '00:04:96:51:a0:11' },
      { localIfIndex: 1051, remoteChassisId: null, remoteName: 'x460-dist' },
    ]);
  });

  it('is there with nobody where only the states of its ports are told', () => {
    expect(told('extreme-xos', { [`${E}1916.1.13.4.1`]: { '1001': { 1: 1 } } }).runs).toEqual({ EDP: 'complete' });
    expect(told('extreme-xos', {}).runs).toEqual({ EDP: 'absent' });
  });
});

describe('SONMP of ERS and VOSS', () => {
  const table = `${E}45.1.6.13.2.1.1`;
  const channels = `${E}45.1.6.13.2.4.1`;
  const mac = Buffer.from('001b25f7cc00', 'hex');
  const own = { 5: mac, 8: 1 };
  const ports = [port(24, 'ifc24 (Slot: 1 Port: 24)'), port(152, 'ifc24 (Slot: 2 Port: 24)')];

  it('reads slots and ports out of the index, and leaves out the device itself', () => {
    const rows = {
      [table]: { '0.0.10.0.0.1.0': own, '2.24.10.0.0.9.305': { 5: Buffer.from('0024b5f60400', 'hex'), 8: 1 } },
    };
    const { neighbours, troubles } = told('extreme-ers', rows, { ports });
    expect(neighbours).toMatchObject([
      {
        protocol: 'SONMP',
        localIfIndex: 152,
        localPort: 'ifc24 (Slot: 2 Port: 24)',
        remoteName: null,
        remotePort: '1/49',
        remoteChassisId: '00:24:b5:f6:04:00',
        remoteChassisSubtype: 4,
        remoteAddress: '10.0.0.9',
      },
    ]);
    expect(troubles).toEqual([]);
  });

  it('takes who was heard across a bridge for no neighbour', () => {
    expect(told('extreme-ers', { [table]: { '1.24.10.0.0.9.305': { 5: mac, 8: 2 } } }, { ports }).neighbours).toEqual(
      [],
    );
  });

  it('makes no port of the end of a MAC, which hubs put there', () => {
    const hub = Buffer.from('0000a2010131', 'hex');
    const { neighbours } = told('extreme-ers', { [table]: { '1.24.10.0.0.9.65841': { 5: hub, 8: 1 } } }, { ports });
    expect(neighbours).toMatchObject([{ remotePort: null, remoteChassisId: '00:00:a2:01:01:31' }]);
  });

  it('prefers the table with channels where there is one', () => {
    const rows = {
      [table]: { '1.22.10.0.0.9.305': own },
      [channels]: { '1.22.1.10.0.0.9.65841': { 6: mac, 9: 1 }, '1.23.0.10.0.0.10.257': { 6: mac, 9: 1 } },
    };
    const { neighbours } = told('extreme-voss', rows, { ports: [port(292, '1/22/1'), port(296, '1/23')] });
    expect(neighbours.map((one) => [one.localIfIndex, one.remotePort])).toEqual([
      [292, '1/49/1'],
      [296, '1/1'],
    ]);
  });

  it('keeps a row at a port that no interface is named by, or with an index cut short, and says so', () => {
    const { neighbours, troubles } = told(
      'extreme-ers',
      { [table]: { '3.7.10.0.0.9.305': own, '1.24.10': own } },
      { ports },
    );
    expect(neighbours).toMatchObject([
      { localIfIndex: null, localPort: '3/7', remotePort: '1/49' },
      {
        localIfIndex: null,
        localPort: null,
        remotePort: null,
        remoteAddress: null,
        remoteChassisId: '00:1b:25:f7:cc:00',
      },
    ]);
    expect(troubles).toEqual([
      '2 of 2 rows of its SONMP neighbours stand at ports that no interface is named by (3/7). They are kept.',
    ]);
  });
});

describe('NDP of Huawei and H3C', () => {
  const index = '14.6.0.224.252.1.2.3.20.71.105.103.97.98.105.116.69.116.104.101.114.110.101.116.48.47.48.47.49';
  const cells = { 3: text('access-7'), 5: text('Quidway S3328'), 8: text('Version 5.70') };
  const wanted = {
    protocol: 'NDP',
    localIfIndex: 14,
    remoteName: 'access-7',
    remotePort: 'GigabitEthernet0/0/1',
    remoteChassisId: '00:e0:fc:01:02:03',
    remoteChassisSubtype: 4,
    remoteSystemDescription: 'Quidway S3328\nVersion 5.70',
  };

  it.each([
    ['huawei-vrp', `${E}2011.6.7.5.6.1`],
    ['hpe-comware', `${E}25506.8.7.5.6.1`],
    ['h3c-old', `${E}2011.6.7.5.6.1`],
  ])('stands below the number of %s', (profile, table) => {
    const rows = {
      [table]: { [index]: { ...cells, 1: Buffer.from('00e0fc010203', 'hex'), 2: text('GigabitEthernet0/0/1') } },
    };
    expect(told(profile, rows).neighbours).toMatchObject([wanted]);
  });

  it('is read by its index where the agent does not tell it again', () => {
    expect(told('huawei-vrp', { [`${E}2011.6.7.5.6.1`]: { [index]: cells } }).neighbours).toMatchObject([wanted]);
    const { neighbours } = told('huawei-vrp', { [`${E}2011.6.7.5.6.1`]: { '14.6.0.224': cells } });
    expect(neighbours).toMatchObject([
      { localIfIndex: 14, remoteName: 'access-7', remoteChassisId: null, remotePort: null },
    ]);
  });
});

describe("RouterOS's own list of neighbours", () => {
  const table = `${E}14988.1.1.11.1.1`;
  const row = {
    2: '192.0.2.27',
    3: Buffer.from('4c5e0c010203', 'hex'),
    4: text('6.49.10 (long-term)'),
    5: text('MikroTik'),
    6: text('tower-3'),
    8: 5,
  };

  it('tells neighbours, each at an interface', () => {
    expect(
      told('mikrotik-routeros', { [table]: { '7': row } }, { ports: [port(5, 'ether5')] }).neighbours,
    ).toMatchObject([
      {
        protocol: 'MNDP',
        localIfIndex: 5,
        localPort: 'ether5',
        remoteName: 'tower-3',
        remoteChassisId: '4c:5e:0c:01:02:03',
        remoteChassisSubtype: null,
        remoteAddress: '192.0.2.27',
        remoteSystemDescription: 'MikroTik\n6.49.10 (long-term)',
      },
    ]);
  });

  it('does not tell again whom LLDP tells: the same list stands there', () => {
    const rows = { [table]: { '7': row, '8': { ...row, 6: text('tower-4') } } };
    const { neighbours } = told('mikrotik-routeros', rows, { lldpRows: [7] });
    expect(neighbours.map((one) => one.remoteName)).toEqual(['tower-4']);
  });

  it('says at which port and address the rows of LLDP stand, whose index does not', () => {
    const rules = rulesOf('mikrotik-routeros');
    const hints = lldpHints(rules, walked(rules, { [table]: { '7': row } }));
    const remotes = [[7], [0, 0, 7], [8]].map((index) => ({
      index,
      cells: { sysName: text('tower-3'), chassisIdSubtype: 4, chassisId: text('4C:5E:0C:01:02:03') },
      atMs: 0,
      uptimeHundredths: null,
    }));
    const read = { version: 1, remotes, addresses: [], ports: [], bridgePorts: new Map(), hints } as const;
    expect(decodeLldpNeighbours({ ...read, names: portNames([port(5, 'ether5')]) })).toMatchObject([
      { localIfIndex: 5, localPort: 'ether5', remoteAddress: '192.0.2.27' },
      { localIfIndex: 5, localPort: 'ether5', remoteAddress: '192.0.2.27' },
      { localIfIndex: null, localPort: null, remoteAddress: null },
    ]);
    expect(rowsWithoutPort(remotes, 1, hints)).toBe(1);
  });
});

it('nothing of this is asked of any other device', () => {
  for (const name of ['standard', 'cisco-ios', 'arista-eos', 'juniper-junos', 'net-snmp', 'aruba-cx'])
    expect(neighbourTables(rulesOf(name))).toEqual([]);
});
