import { describe, expect, test } from 'vitest';
import { judgeKind, kindOf, kindOfFacts, kindOfGhost } from '../../../../../electron/engine/topology/kind.ts';
import type { DeviceReading } from '../../../../../shared/model/reading.ts';
import { linkState } from '../../../../../electron/engine/topology/link-state.ts';
import type { LinkEndState } from '../../../../../electron/engine/topology/link-state.ts';
import {
  expandInterfaceName,
  hostName,
  identityMac,
  serialsIn,
} from '../../../../../electron/engine/topology/normalise.ts';

describe('names in one form', () => {
  test.each([
    ['Gi1/0/1', 'gigabitethernet1/0/1'],
    ['GigabitEthernet1/0/1', 'gigabitethernet1/0/1'],
    ['gigabitEthernet 1/0/1', 'gigabitethernet1/0/1'],
    ['Te1/1/1', 'tengigabitethernet1/1/1'],
    ['TwentyFiveGigE1/0/1', 'twentyfivegige1/0/1'],
    ['Twe1/0/1', 'twentyfivegige1/0/1'],
    ['Hu0/0/0/1', 'hundredgige0/0/0/1'],
    ['Eth1/1', 'ethernet1/1'],
    ['Ethernet1/1', 'ethernet1/1'],
    ['Po1', 'port-channel1'],
    ['port-channel1', 'port-channel1'],
    ['ge-0/0/1', 'ge-0/0/1'],
    ['eth0', 'ethernet0'],
    ['lo', 'lo'],
    ['bridge', 'bridge'],
    ['', ''],
  ])('%s is %s', (name, long) => expect(expandInterfaceName(name)).toBe(long));

  test('host names keep both forms; addresses are whole', () => {
    expect(hostName('SW1.Example.NET.')).toEqual({ full: 'sw1.example.net', short: 'sw1' });
    expect(hostName('n9k(FDO123)')).toEqual({ full: 'n9k', short: 'n9k' });
    expect(hostName('10.0.0.1')).toEqual({ full: '10.0.0.1', short: '10.0.0.1' });
    expect(hostName(' \u0000')).toBeNull();
    expect(serialsIn('FOC0929U1YR(switch)')).toEqual(['FOC0929U1YR', 'SWITCH']);
  });

  test('MACs that many boxes share identify nobody; a local one of a virtual port does', () => {
    for (const mac of [
      '00:00:0c:07:ac:01',
      '00:00:5e:00:01:01',
      '00:00:5e:00:02:01',
      '00:07:b4:00:01:01',
      '00:00:00:00:00:00',
      '01:80:c2:00:00:0e',
    ]) {
      expect(identityMac(mac)).toBeNull();
    }
    expect(identityMac('52:54:00:12:34:56')).toBe('52:54:00:12:34:56');
  });
});

describe('state of a link', () => {
  const end = (change: Partial<LinkEndState> = {}): LinkEndState => ({
    label: 'r1 eth1',
    device: 'up',
    adminStatus: 'up',
    operStatus: 'up',
    ...change,
  });
  const untold = { adminStatus: null, operStatus: null };

  test.each([
    ['up', end(), end()],
    ['down', end({ operStatus: 'down' }), end()],
    ['down', end(), end({ operStatus: 'lowerLayerDown' })],
    ['down', end({ adminStatus: 'down', operStatus: 'down' }), end()],
    ['up', end(), end({ device: 'unknown', ...untold })],
    ['unknown', end(untold), end({ device: 'unknown', ...untold })],
    ['up', end(), end({ device: 'down', operStatus: 'down' })],
    ['down', end({ operStatus: 'down' }), end({ device: 'down' })],
    ['unreachable', end({ device: 'unreachable' }), end({ device: 'down' })],
    ['unknown', end({ device: 'unreachable' }), end({ device: 'unknown', ...untold })],
    ['blind', end({ device: 'blind' }), end()],
    ['up', end({ operStatus: 'dormant' }), end(untold)],
    ['maintenance', end({ operStatus: 'testing' }), end()],
  ] as const)('is %s', (state, a, b) => {
    expect(linkState(a, b).state).toBe(state);
    expect(linkState(b, a).state).toBe(state);
  });

  test('says which end speaks, and prefers a port that somebody shut down', () => {
    const shut = end({ label: 'r2 eth2', adminStatus: 'down', operStatus: 'down' });
    expect(linkState(end({ operStatus: 'down' }), shut).because).toBe('r2 eth2 is shut down by configuration');
    expect(linkState(end({ operStatus: 'down' }), end()).because).toBe('r1 eth1 says down');
  });
});

describe('what a device is for', () => {
  const kind = (sysDescr: string | null, services: number | null = null, sysObjectID: string | null = null) =>
    kindOfFacts({ sysDescr, services, sysObjectID, capabilities: [] });

  test.each([
    ['Cisco IOS Software [Amsterdam], Catalyst L3 Switch Software (CAT9K_IOSXE)', 'l3-switch'],
    ['Cisco NX-OS(tm) n9000, Software (n9000-dk9)', 'l3-switch'],
    ['Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M)', 'switch'],
    ['Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M)', 'router'],
    ['Cisco IOS XR Software (Cisco ASR9K Series)', 'router'],
    ['Juniper Networks, Inc. mx240 internet router, kernel JUNOS 18.4', 'router'],
    ['Juniper Networks, Inc. ex4300-48t Ethernet Switch, kernel JUNOS', 'l3-switch'],
    ['Arista Networks EOS version 4.28 running on an Arista DCS-7050', 'l3-switch'],
    ['RouterOS CCR1036-12G-4S', 'router'],
    ['Palo Alto Networks PA-3200 series firewall', 'firewall'],
    ['Cisco Adaptive Security Appliance Version 9.12', 'firewall'],
    ['HP LaserJet 400 M401', 'printer'],
    ['APC Web/SNMP Management Card, Smart-UPS 3000', 'ups'],
    ['Cisco AireOS wireless controller', 'wireless-controller'],
    ['Synology DiskStation DS918+', 'storage'],
    ['BIG-IP Virtual Edition', 'balancer'],
    ['AXIS P3245 Network Camera', 'camera'],
    ['Linux web1 6.1.0-18-amd64 x86_64', 'server'],
    ['Hardware: Intel64 - Software: Windows Version 10.0', 'server'],
    ['something else', 'unknown'],
  ])('%s is a %s', (sysDescr, expected) => expect(kind(sysDescr)).toBe(expected));

  test('object ids, services and capabilities decide where the description does not', () => {
    expect(kind(null, null, '1.3.6.1.4.1.12356.101.1.1000')).toBe('firewall');
    expect(kind('Linux r1', 72, '1.3.6.1.4.1.8072.3.2.10')).toBe('server');
    expect(kind('Linux r1', 76)).toBe('router');
    expect(kind(null, 2)).toBe('switch');
    expect(kind(null, 6)).toBe('l3-switch');
    expect(kindOfGhost(null, ['bridge', 'router'])).toBe('l3-switch');
    expect(kindOfGhost('Linux', ['wlanAccessPoint', 'bridge'])).toBe('access-point');
    expect(kindOfGhost(null, [])).toBe('unmanaged');
  });

  describe('by what its ports do, where it says both bridge and router', () => {
    const reading = (routedPorts: number, otherPorts: number, services = 6): DeviceReading => {
      const port = (ifIndex: number) => ({ ifIndex, type: 'ethernetCsmacd', operStatus: 'up' });
      const ports = Array.from({ length: routedPorts + otherPorts }, (_, index) => port(index + 1));
      const vlan = { ifIndex: 900, type: 'l3ipvlan', operStatus: 'up' };
      const routed = ports.slice(0, routedPorts).map(({ ifIndex }) => ({ address: `10.0.${ifIndex}.1`, ifIndex }));
      return {
        identity: { sysObjectID: '1.3.6.1.4.1.8072.3.2.10', sysDescr: 'Linux r1 6.1.0 x86_64' },
        services,
        interfaces: [...ports, vlan],
        addresses: [...routed, { address: '10.9.0.1', ifIndex: 900 }],
        neighbours: [],
      } as unknown as DeviceReading;
    };

    test('addresses on most ports in use make it a router: FRR, VyOS', () => {
      expect(kindOf(reading(4, 0))).toBe('router');
      expect(kindOf(reading(3, 2))).toBe('router');
    });

    test('one address in all is its management: it routes nothing', () => {
      expect(kindOf(reading(0, 24))).toBe('switch');
    });

    test('addresses on VLANs, a few uplinks or one port for management leave it a switch that routes', () => {
      expect(kindOf(reading(2, 22))).toBe('l3-switch');
      expect(kindOf(reading(1, 0))).toBe('l3-switch');
    });

    test('and it can be told what says so', () => {
      const { told } = judgeKind(reading(0, 24));
      expect(told).toMatchObject({ source: 'SNMPv2-MIB sysServices', oid: '1.3.6.1.2.1.1.7.0', raw: '6' });
      expect(told?.how).toMatch(/RFC 3418.*; but one port alone has an address/);
      expect(judgeKind(reading(4, 0)).told?.how).toContain('most of its ports in use have addresses of their own');
    });
  });
});
