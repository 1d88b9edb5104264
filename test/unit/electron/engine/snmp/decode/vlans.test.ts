import { describe, expect, it } from 'vitest';
import { bitsIn, decodeBridgeVlans, decodeCiscoVlans } from '../../../../../../electron/engine/snmp/decode/vlans.ts';
import type { WalkedRow } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

const row = (index: readonly number[], cells: Readonly<Record<string, SnmpValue>>): WalkedRow => ({
  index,
  cells,
  atMs: 0,
  uptimeHundredths: null,
});
const octets = (...bytes: number[]): Buffer => Buffer.from(bytes);
const text = (value: string): Buffer => Buffer.from(value);

describe('a list of ports', () => {
  it('has port 1 in the highest bit of the first octet (RFC 4363)', () => {
    expect(bitsIn(octets(0x80, 0x01), 1)).toEqual([1, 16]);
    expect(bitsIn(octets(0x60), 0)).toEqual([1, 2]);
  });
});

describe('VLANs of Q-BRIDGE-MIB', () => {
  const bridgePorts = new Map([
    [1, 101],
    [2, 102],
    [3, 103],
  ]);

  it('have untagged and tagged ports, by interface and not by bridge port', () => {
    const vlans = decodeBridgeVlans({
      static: [row([10], { name: text('users'), egress: octets(0xc0), untagged: octets(0x40) })],
      current: [],
      bridgePorts,
    });
    expect(vlans).toEqual([{ vlan: 10, name: 'users', untagged: [102], tagged: [101], lost: 0 }]);
  });

  it('are what the switch does now, with the names that it was told', () => {
    const vlans = decodeBridgeVlans({
      static: [row([20], { name: text('voice'), egress: octets(0x80), untagged: octets(0x00) })],
      current: [
        row([0, 20], { egress: octets(0xe0), untagged: octets(0x20) }),
        row([0, 1], { egress: octets(0x80), untagged: octets(0x80) }),
      ],
      bridgePorts,
    });
    expect(vlans).toEqual([
      { vlan: 1, name: null, untagged: [101], tagged: [], lost: 0 },
      { vlan: 20, name: 'voice', untagged: [103], tagged: [101, 102], lost: 0 },
    ]);
  });

  it('count ports that are no interface, take lists in text, and leave out numbers that no VLAN has', () => {
    const vlans = decodeBridgeVlans({
      static: [
        row([30], { name: text('lab'), egress: text('1,3,99,'), untagged: text('3,') }),
        row([4095], { name: text('reserved'), egress: octets(0xff), untagged: octets(0) }),
      ],
      current: [],
      bridgePorts,
    });
    expect(vlans).toEqual([{ vlan: 30, name: 'lab', untagged: [103], tagged: [101], lost: 1 }]);
  });
});

describe('VLANs of Cisco', () => {
  const vlan = (id: number, name: string, type = 1, state = 1) => row([1, id], { state, type, name: text(name) });

  it('are on access ports untagged, on trunks tagged but for the native one', () => {
    const enabled = octets(0x40, 0x20); // VLANs 1 and 10
    const vlans = decodeCiscoVlans({
      vlans: [vlan(1, 'default'), vlan(10, 'users'), vlan(1002, 'fddi-default', 2), vlan(99, 'suspended', 1, 2)],
      trunks: [
        row([7], { enabled, native: 1, status: 1, enabled2k: null, enabled3k: null, enabled4k: null }),
        row([8], { enabled, native: 1, status: 2, enabled2k: null, enabled3k: null, enabled4k: null }),
      ],
      access: [row([8], { vlan: 10 }), row([7], { vlan: 1 })],
    });
    expect(vlans).toEqual([
      { vlan: 1, name: 'default', untagged: [7], tagged: [], lost: 0 },
      { vlan: 10, name: 'users', untagged: [8], tagged: [7], lost: 0 },
    ]);
  });

  it('beyond 1,023 stand in the other bitmaps', () => {
    const vlans = decodeCiscoVlans({
      vlans: [vlan(1025, 'far')],
      trunks: [
        row([7], {
          enabled: octets(0),
          native: 1,
          status: 1,
          enabled2k: octets(0x40),
          enabled3k: null,
          enabled4k: null,
        }),
      ],
      access: [],
    });
    expect(vlans).toMatchObject([{ vlan: 1025, tagged: [7] }]);
  });
});
