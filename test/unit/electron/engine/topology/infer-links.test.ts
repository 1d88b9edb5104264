import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LinkRow } from '../../../../../electron/engine/store/rows.ts';
import { TestNetwork, device, hears, hearsByCdp, macOf } from './network-words.ts';

const pair = () => new TestNetwork(device(1), device(2));
const CONFIRMED = ['r1 eth1 = r2 eth2 confirmed LLDP'];

describe('sure and less sure', () => {
  test('both ends tell: confirmed', () => {
    const net = pair().tell(1, [hears(1, 2, 'eth2')]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 one-sided LLDP']);
    const [before] = net.links;
    net.tell(2, [hears(2, 1, 'eth1')]);
    expect(net.map()).toEqual(CONFIRMED);
    expect(net.links[0]).toMatchObject({ id: before?.id, rule: '2 LLDP two-sided', speedBps: 1_000_000_000 });
    expect(net.matched()).toContain('Device by chassis id, port by name');
  });

  test('the same cable by LLDP and CDP is one link with both', () => {
    const net = pair()
      .tell(1, [hears(1, 2, 'eth2'), hearsByCdp(1, 2, 'eth2')])
      .tell(2, [hears(2, 1, 'eth1'), hearsByCdp(2, 1, 'eth1')]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 confirmed LLDP+CDP']);
    expect(new Set(net.last?.linkOf.values())).toEqual(new Set([net.links[0]?.id]));
    expect(net.last?.linkOf.size).toBe(4);
  });

  test('parallel links stay apart', () => {
    const net = pair()
      .tell(1, [hears(1, 2, 'eth1'), hears(2, 2, 'eth2')])
      .tell(2, [hears(1, 1, 'eth1'), hears(2, 1, 'eth2')]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth1 confirmed LLDP', 'r1 eth2 = r2 eth2 confirmed LLDP']);
  });

  test.each(['FDP', 'EDP', 'NDP', 'SONMP', 'MNDP'] as const)(
    'two ends that name each other by %s are sure',
    (protocol) => {
      const net = new TestNetwork(device(1), device(2))
        .tell(1, [hears(1, 2, 'eth2', { protocol })])
        .tell(2, [hears(2, 1, 'eth1', { protocol })]);
      expect(net.map()).toEqual([`r1 eth1 = r2 eth2 confirmed ${protocol}`]);
      expect(net.links[0]?.rule).toBe(`3 ${protocol} two-sided`);
    },
  );

  test('CDP that the other end calls ISDP is two-sided all the same', () => {
    const net = new TestNetwork(device(1), device(2))
      .tell(1, [hearsByCdp(1, 2, 'eth2')])
      .tell(2, [hearsByCdp(2, 1, 'eth1', { protocol: 'ISDP' })]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 confirmed CDP+ISDP']);
  });

  test('LLDP comes before what a vendor has besides, on the same cable and on the same port', () => {
    const net = new TestNetwork(device(1), device(2), device(3))
      .tell(1, [
        hears(1, 2, 'eth2'),
        hears(1, 2, 'eth2', { protocol: 'SONMP' }),
        hears(1, 3, 'eth1', { protocol: 'SONMP' }),
      ])
      .tell(2, [hears(2, 1, 'eth1')]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 confirmed LLDP+SONMP']);
  });

  test('a port that is told by slot and number is found by the name that says both', () => {
    const ports = ['ifc1 (Slot: 1 Port: 1)', 'ifc2 (Slot: 1 Port: 2)'];
    const net = new TestNetwork(device(1), device(2, { ports }));
    net.tell(1, [hears(1, 2, '1/2', { protocol: 'SONMP', remotePortSubtype: null })]);
    expect(net.map()).toEqual(['r1 eth1 = r2 ifc2 (Slot: 1 Port: 2) one-sided SONMP']);
  });

  test('what was heard by a protocol that was not asked for in this run does not age', () => {
    const net = new TestNetwork(device(1), device(2)).tell(1, [hears(1, 2, 'eth2', { protocol: 'EDP' })]);
    for (let run = 0; run < 4; run += 1) net.tell(1, []);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 one-sided EDP']);
    for (let run = 0; run < 3; run += 1) net.tell(1, [], { complete: { EDP: 'complete' } });
    expect(net.map()).toEqual([]);
  });

  test('a switch that forwards CDP but eats LLDP does not make the far device a neighbour', () => {
    const net = new TestNetwork(device(1), device(2), device(3))
      .tell(1, [hears(1, 2, 'eth1'), hearsByCdp(1, 3, 'eth1')])
      .tell(2, [hears(1, 1, 'eth1')])
      .tell(3, [hearsByCdp(1, 1, 'eth1')]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth1 confirmed LLDP']);
    expect(net.matched().filter((text) => text.includes('surer link'))).toHaveLength(2);
  });

  test('a link drawn by hand keeps its ports', () => {
    const net = pair();
    const manual: LinkRow = {
      id: 7,
      aDeviceId: 1,
      aInterfaceId: 101,
      aPort: 'eth1',
      bDeviceId: 2,
      bInterfaceId: 203,
      bPort: 'eth3',
      confidence: 'manual',
      ageing: false,
      protocols: '[]',
      rule: '1 manual',
      speedBps: null,
      firstSeenAtMs: 1,
      lastSeenAtMs: 1,
      goneAtMs: null,
    };
    net.addLink(manual);
    net.tell(1, [hears(1, 2, 'eth2')]);
    expect(net.links).toEqual([manual]);
  });
});

describe('ports that are hard to tell', () => {
  test('an unresolved port keeps the link, with the raw text', () => {
    expect(
      pair()
        .tell(1, [hears(1, 2, 'slot 9')])
        .map(),
    ).toEqual(['r1 eth1 = r2 "slot 9" one-sided LLDP']);
  });

  test("the other side's own table names a port that this side cannot tell", () => {
    const net = pair().tell(1, [hears(1, 2, 'slot 9')]);
    const [before] = net.links;
    net.tell(2, [hears(2, 1, 'eth1')]);
    expect(net.map()).toEqual(CONFIRMED);
    expect(net.links[0]?.id).toBe(before?.id);
  });

  test("LocPortNum 0: the port is asked of the remote's table", () => {
    const net = pair()
      .tell(1, [hears(null, 2, 'eth2')])
      .tell(2, [hears(2, 1, 'eth1')]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 confirmed LLDP']);
  });

  test("bridge port that is not the ifIndex: the remote's own table knows", () => {
    const ports = [
      { name: 'ge-0/0/1', ifIndex: 513 },
      { name: 'ge-0/0/2', ifIndex: 514 },
    ];
    const lldpPorts = [
      { portNumber: 1, subtype: 7, id: '1', description: null, ifIndex: 513 },
      { portNumber: 2, subtype: 7, id: '2', description: null, ifIndex: 514 },
    ];
    const net = new TestNetwork(device(1), device(2, { ports, lldpPorts }));
    net.tell(1, [hears(1, 2, '2', { remotePortSubtype: 7 })]);
    expect(net.map()).toEqual(['r1 eth1 = r2 ge-0/0/2 one-sided LLDP']);
    expect(net.matched()).toEqual(["Device by chassis id, port by the neighbour's own port table"]);
  });

  test.each([
    ['short for long', 'Gi1/0/2', 5, null],
    ['MAC', macOf(2, 2), 3, null],
    ['text MAC with dots', '001b.0000.0202', 3, null],
    ['MAC padded with zeros', `${macOf(2, 2)}:00:00`, 3, null],
    ['alias', 'uplink', 1, null],
    ['number with its description (Juniper)', '2', 7, 'uplink'],
    ['description only', 'nonsense', 7, 'GigabitEthernet1/0/2'],
    ['address', '192.0.2.2', 4, null],
  ])('by %s', (_how, remotePort, remotePortSubtype, remotePortDescription) => {
    const ports = ['GigabitEthernet1/0/1', { name: 'GigabitEthernet1/0/2', alias: 'uplink' }];
    const net = new TestNetwork(device(1), device(2, { ports, addresses: ['192.0.2.1', '192.0.2.2'] }));
    net.tell(1, [hears(1, 2, remotePort, { remotePortSubtype, remotePortDescription })]);
    expect(net.map()).toEqual(['r1 eth1 = r2 GigabitEthernet1/0/2 one-sided LLDP']);
  });

  test('a bare number without a matching description is not believed', () => {
    expect(
      pair()
        .tell(1, [hears(1, 2, '2', { remotePortSubtype: 7 })])
        .map(),
    ).toEqual(['r1 eth1 = r2 "2" one-sided LLDP']);
  });

  test('a LAG with LLDP on its members only has a link for each member and none for the LAG', () => {
    const lag = (id: number) =>
      device(id, { ports: ['eth1', 'eth2', { name: 'Po1', type: 'ieee8023adLag', mac: macOf(id, 1) }] });
    const net = new TestNetwork(lag(1), lag(2));
    const bymac = { remotePortSubtype: 3 };
    net.tell(1, [hears(1, 2, macOf(2, 1), bymac), hears(2, 2, macOf(2, 2), bymac)]);
    net.tell(2, [hears(1, 1, macOf(1, 1), bymac), hears(2, 1, macOf(1, 2), bymac)]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth1 confirmed LLDP', 'r1 eth2 = r2 eth2 confirmed LLDP']);
  });
});

describe('devices that are hard to tell', () => {
  const by = (change: Parameters<typeof hears>[3]) => pair().tell(1, [hears(1, 2, 'eth2', change)]);

  test.each([
    ['text MAC', { remoteChassisId: '001B.0000.0200', remoteName: null }],
    ['zero-padded MAC', { remoteChassisId: `${macOf(2)}:00:00`, remoteName: null }],
    ['empty sysName', { remoteName: '' }],
    ['MAC of an interface', { remoteChassisId: macOf(2, 3), remoteName: null }],
    [
      'management address',
      { remoteChassisId: 'x', remoteChassisSubtype: 7, remoteName: null, remoteAddress: '10.0.0.2' },
    ],
    ['chassis of subtype address', { remoteChassisId: '10.0.0.2', remoteChassisSubtype: 5, remoteName: null }],
    ['full name', { remoteChassisId: 'x', remoteChassisSubtype: 7, remoteName: 'R2.Example.net' }],
    ['short name', { remoteChassisId: 'x', remoteChassisSubtype: 7, remoteName: 'r2' }],
    ['name as local chassis id', { remoteChassisId: 'r2', remoteChassisSubtype: 7, remoteName: null }],
  ])('by %s', (_how, change) => {
    expect(by(change).map()).toEqual(['r1 eth1 = r2 eth2 one-sided LLDP']);
  });

  test('serial in a CDP id', () => {
    const net = new TestNetwork(device(1), device(2, { row: { serial: 'FDO12345678', sysName: 'other' } }));
    net.tell(1, [hearsByCdp(1, 2, 'eth2', { remoteName: null, remoteChassisId: 'n9k(FDO12345678)' })]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 one-sided CDP']);
  });

  test('two devices with one MAC: neither is meant by it, the name decides', () => {
    const twins = ['eth1', { name: 'eth2', mac: '00:aa:00:aa:00:aa' }];
    const net = new TestNetwork(device(1), device(2, { ports: twins }), device(3, { ports: twins }));
    const change = { remoteChassisId: '00:aa:00:aa:00:aa' };
    expect(net.tell(1, [hears(1, 2, 'eth2', change)]).map()).toEqual(['r1 eth1 = r2 eth2 one-sided LLDP']);
    net.tell(1, [hears(1, 2, 'eth2', { ...change, remoteName: null })]);
    expect(net.matched().join()).toContain('Ambiguous: chassis MAC fits r2.example.net, r3.example.net');
  });

  test('an MLAG pair with one system id is told apart by name', () => {
    const shared = { chassisId: '4:00:bb:00:bb:00:bb' };
    const net = new TestNetwork(device(1), device(2, { row: shared }), device(3, { row: shared }));
    const change = { remoteChassisId: '00:bb:00:bb:00:bb' };
    net.tell(1, [hears(1, 2, 'eth1', change), hears(2, 3, 'eth1', change)]);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth1 one-sided LLDP', 'r1 eth2 = r3 eth1 one-sided LLDP']);
  });

  test('HSRP and VRRP addresses name nobody', () => {
    const net = new TestNetwork(device(1), device(2, { ports: ['eth1', { name: 'vrrp', mac: '00:00:5e:00:01:05' }] }));
    net.tell(1, [hears(1, 9, 'x', { remoteChassisId: '00:00:5e:00:01:05', remoteName: null })]);
    expect(net.map()[0]).toMatch(/^r1 eth1 = \(/);
  });

  test('several devices with one short name: listed as ambiguous, no link is guessed', () => {
    const named = (id: number, site: string) => device(id, { row: { sysName: `sw.${site}` } });
    const net = new TestNetwork(device(1), named(2, 'a'), named(3, 'b'));
    net.tell(1, [hears(1, 2, 'eth1', { remoteName: 'sw', remoteChassisId: 'x', remoteChassisSubtype: 7 })]);
    expect(net.map()).toEqual([]);
    expect(net.matched()[0]).toContain('Ambiguous: short name fits sw.a, sw.b');
  });

  test("a neighbour with this device's own factory name is somebody else", () => {
    const net = new TestNetwork(device(1, { row: { sysName: 'Switch' } }));
    net.tell(1, [hears(1, 9, 'port1', { remoteName: 'Switch' })]);
    expect(net.map()).toEqual(['r1 eth1 = (Switch) "port1" one-sided LLDP']);
  });

  test('a device that hears itself has no link', () => {
    const net = pair().tell(1, [hears(1, 1, 'eth2')]);
    expect(net.map()).toEqual([]);
    expect(net.matched()[0]).toContain('hears itself');
  });

  test('a renamed device keeps its link and its rows', () => {
    const net = pair()
      .tell(1, [hears(1, 2, 'eth2')])
      .tell(2, [hears(2, 1, 'eth1')]);
    const [before] = net.links;
    const rows = net.evidence.map((row) => row.id);
    net.devices.set(2, device(2, { row: { sysName: 'core-new' } }));
    net.tell(1, [hears(1, 2, 'eth2', { remoteName: 'core-new' })]);
    expect(net.map()).toEqual(CONFIRMED);
    expect(net.links[0]?.id).toBe(before?.id);
    expect(net.evidence.map((row) => row.id)).toEqual(rows);
  });
});

describe('devices that nobody polls', () => {
  test('one ghost for all rows that speak of it, by LLDP and by CDP, kept with its id', () => {
    const net = pair()
      .tell(1, [hears(1, 9, 'ge1'), hearsByCdp(1, 9, 'ge1')])
      .tell(2, [hears(1, 9, 'ge2')]);
    expect(net.map()).toEqual([
      'r1 eth1 = (r9.example.net) "ge1" one-sided LLDP+CDP',
      'r2 eth1 = (r9.example.net) "ge2" one-sided LLDP',
    ]);
    const ids = net.ids();
    net.tell(1, [hears(1, 9, 'ge1'), hearsByCdp(1, 9, 'ge1')]);
    expect(net.ids()).toEqual(ids);
    expect(net.last?.ghosts).toEqual([]);
    expect([...net.devices.values()].filter((one) => !one.row.managed)).toHaveLength(1);
  });

  test('two strangers with one factory name stay two', () => {
    const net = pair().tell(1, [
      hears(1, 8, 'p', { remoteName: 'Switch' }),
      hears(2, 9, 'p', { remoteName: 'Switch' }),
    ]);
    net.tell(2, [hears(1, 7, 'p', { remoteName: 'Switch' })]);
    expect(net.links).toHaveLength(3);
    expect([...net.devices.values()].filter((one) => !one.row.managed)).toHaveLength(3);
  });

  test('a ghost without links goes away', () => {
    const net = pair().tell(1, [hears(1, 9, 'ge1')]);
    for (let run = 0; run < 3; run += 1) net.tell(1, []);
    expect(net.map()).toEqual([]);
    expect([...net.devices.keys()]).toEqual([1, 2]);
  });

  test('a ghost that is polled now keeps its link', () => {
    const net = pair().tell(1, [hears(1, 9, 'ge1')]);
    const [before] = net.links;
    const ghostId = before?.bDeviceId ?? 0;
    const known = device(ghostId, { ports: ['ge1'], row: { sysName: 'r9.example.net', chassisId: `4:${macOf(9)}` } });
    net.devices.set(ghostId, known);
    net.infer();
    expect(net.links[0]).toMatchObject({ id: before?.id, bInterfaceId: ghostId * 100 + 1 });
  });

  test('who does not say who it is, is nobody', () => {
    const net = pair().tell(1, [
      hears(1, 9, 'x', { remoteName: null, remoteChassisId: null, remoteChassisSubtype: null }),
    ]);
    expect(net.map()).toEqual([]);
    expect(net.matched()).toEqual(['The neighbour does not say who it is']);
  });
});

describe('as time passes', () => {
  const linked = () =>
    pair()
      .tell(1, [hears(1, 2, 'eth2')])
      .tell(2, [hears(2, 1, 'eth1')]);

  test('a link ages after one run without it at both ends and is gone after three', () => {
    const net = linked().tell(1, []).tell(2, []);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 confirmed LLDP old']);
    net.tell(1, []).tell(2, []).tell(1, []);
    expect(net.map()).toEqual(['r1 eth1 = r2 eth2 one-sided LLDP old']);
    net.tell(2, []);
    expect(net.map()).toEqual([]);
    expect(net.gone).toMatchObject([{ goneAtMs: net.nowMs }]);
  });

  test.each([
    ['a half-finished walk', { complete: { LLDP: 'partial', CDP: 'complete' } as const }],
    ['an absent table', { complete: { LLDP: 'absent', CDP: 'absent' } as const }],
    ['an agent that restarted ten seconds ago', { uptimeMs: 10_000 }],
    ['a port that is down', { down: [101] }],
  ])('%s ages nothing', (_what, run) => {
    const net = linked();
    for (let i = 0; i < 5; i += 1) net.tell(1, [], run);
    expect(net.evidence.map((row) => row.missedRuns)).toEqual([0, 0]);
    expect(net.map()).toEqual(CONFIRMED);
  });

  test('a link that is heard again is young again', () => {
    const net = linked()
      .tell(1, [])
      .tell(2, [])
      .tell(1, [hears(1, 2, 'eth2')]);
    expect(net.map()).toEqual(CONFIRMED);
  });

  test('a device that moved takes its link along, even if the old neighbour is silent', () => {
    const net = new TestNetwork(device(1), device(2), device(3))
      .tell(1, [hears(1, 2, 'eth2')])
      .tell(2, [hears(2, 1, 'eth1')]);
    // r2 is switched off and r3 plugged into r1's port; r2's rows never age, because nobody can read it.
    net.tell(1, [hears(1, 3, 'eth1')]).tell(3, [hears(1, 1, 'eth1')]);
    expect(net.map()).toEqual(['r1 eth1 = r3 eth1 confirmed LLDP']);
    expect(net.gone).toHaveLength(1);
    expect(net.matched().some((text) => text.includes('outdated'))).toBe(true);
  });

  test('a cable that moved to another port of the same device moves the link', () => {
    const net = linked()
      .tell(1, [hears(3, 2, 'eth2')])
      .tell(2, [hears(2, 1, 'eth3')]);
    expect(net.map()).toEqual(['r1 eth3 = r2 eth2 confirmed LLDP']);
  });

  test('a down port keeps its link until something newer is heard there', () => {
    const net = linked();
    for (let i = 0; i < 5; i += 1) net.tell(1, [], { down: [101] }).tell(2, [], { down: [202] });
    expect(net.map()).toEqual(CONFIRMED);
    net.tell(1, [hears(1, 9, 'x')]);
    expect(net.map()).toEqual(['r1 eth1 = (r9.example.net) "x" one-sided LLDP']);
  });

  test('what nobody confirmed for thirty days is forgotten', () => {
    const net = linked();
    net.nowMs += 31 * 86_400_000;
    net.infer();
    expect(net.map()).toEqual([]);
  });
});

test('property: any wiring that both ends tell is found exactly, in whatever order devices are read', () => {
  const wiring = fc.integer({ min: 2, max: 8 }).chain((count) => {
    const ports = Array.from({ length: count }, (_, d) =>
      Array.from({ length: 4 }, (_, p) => ({ d: d + 1, p: p + 1 })),
    ).flat();
    return fc.record({
      count: fc.constant(count),
      ports: fc.shuffledSubarray(ports),
      order: fc.shuffledSubarray(
        Array.from({ length: count }, (_, i) => i + 1),
        { minLength: count },
      ),
    });
  });
  fc.assert(
    fc.property(wiring, ({ count, ports, order }) => {
      const cables = Array.from(
        { length: Math.floor(ports.length / 2) },
        (_, i) => [ports[2 * i], ports[2 * i + 1]] as const,
      ).flatMap(([a, b]) =>
        a !== undefined && b !== undefined && a.d !== b.d ? [[a, b] as const, [b, a] as const] : [],
      );
      const net = new TestNetwork(
        ...Array.from({ length: count }, (_, i) => device(i + 1, { ports: ['eth1', 'eth2', 'eth3', 'eth4'] })),
      );
      for (const id of order)
        net.tell(
          id,
          cables.filter(([a]) => a.d === id).map(([a, b]) => hears(a.p, b.d, `eth${b.p}`)),
        );
      const expected = cables
        .filter(([a, b]) => a.d < b.d)
        .map(([a, b]) => `r${a.d} eth${a.p} = r${b.d} eth${b.p} confirmed LLDP`);
      expect(net.map()).toEqual(expected.sort());
      const ids = net.ids();
      net.infer();
      expect(net.ids()).toEqual(ids);
      expect(net.last?.put).toEqual([]);
      expect(net.last?.gone).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
