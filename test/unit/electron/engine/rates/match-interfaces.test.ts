import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchInterfaces } from '../../../../../electron/engine/rates/match-interfaces.ts';
import type { InterfaceIdentity } from '../../../../../electron/engine/rates/match-interfaces.ts';
import type { InterfaceRow } from '../../../../../electron/engine/store/rows.ts';

const known = (id: number, change: Partial<InterfaceRow> = {}): InterfaceRow => ({
  id,
  deviceId: 1,
  ifIndex: id,
  name: `Gi0/${id}`,
  description: null,
  alias: null,
  type: 'ethernetCsmacd',
  speedBps: null,
  mac: null,
  mtu: null,
  adminStatus: null,
  operStatus: null,
  firstSeenAtMs: 0,
  removedAtMs: null,
  ...change,
});
const told = (ifIndex: number, change: Partial<InterfaceIdentity> = {}): InterfaceIdentity => ({
  ifIndex,
  name: null,
  description: null,
  alias: null,
  mac: null,
  type: 'ethernetCsmacd',
  ...change,
});
const idsOf = (match: ReturnType<typeof matchInterfaces>) =>
  new Map(match.same.map((one) => [one.row.ifIndex, one.interfaceId]));

describe('interfaces after the agent renumbered them', () => {
  test('property: any renumbering keeps every named interface', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (count, random) => {
          const before = Array.from({ length: count }, (_, i) => known(i + 1));
          const order = before.map((row) => ({ row, key: random.next().value ?? 0 })).sort((a, b) => a.key - b.key);
          const rows = order.map(({ row }, i) => told(i + 1, { name: row.name }));
          const match = matchInterfaces(before, rows);
          expect(match.added).toEqual([]);
          expect(match.removed).toEqual([]);
          for (const { interfaceId, row } of match.same) expect(row.name).toBe(`Gi0/${interfaceId}`);
        },
      ),
    );
  });

  test("a new port that inherits a removed port's number does not inherit its history", () => {
    const match = matchInterfaces([known(1), known(2)], [told(1, { name: 'Gi0/1' }), told(2, { name: 'Gi0/9' })]);
    expect(match.added.map((row) => row.name)).toEqual(['Gi0/9']);
    expect(match.removed.map((row) => row.id)).toEqual([2]);
  });

  test('short and long names are the same port', () => {
    const match = matchInterfaces([known(5)], [told(9, { name: 'GigabitEthernet0/5' })]);
    expect(match.same).toMatchObject([{ interfaceId: 5 }]);
  });

  test('equal names fall back to description with alias', () => {
    const rows = [
      told(8, { name: 'port', description: 'slot', alias: 'b' }),
      told(9, { name: 'port', description: 'slot', alias: 'a' }),
    ];
    const before = [
      known(1, { name: 'port', description: 'slot', alias: 'a' }),
      known(2, { name: 'port', description: 'slot', alias: 'b' }),
    ];
    expect(idsOf(matchInterfaces(before, rows))).toEqual(
      new Map([
        [8, 2],
        [9, 1],
      ]),
    );
  });

  test('an edited alias does not split an interface', () => {
    const before = [known(1, { description: 'eth0', alias: 'old' })];
    expect(idsOf(matchInterfaces(before, [told(1, { name: 'Gi0/1', description: 'eth0', alias: 'new' })]))).toEqual(
      new Map([[1, 1]]),
    );
  });

  test('nameless rows match by MAC and type, then by number', () => {
    const before = [known(1, { name: 'if1', mac: '00:11:22:33:44:55' }), known(2, { name: 'if2' })];
    const match = matchInterfaces(before, [told(7, { mac: '0011.2233.4455' }), told(2)]);
    expect(idsOf(match)).toEqual(
      new Map([
        [7, 1],
        [2, 2],
      ]),
    );
  });

  test('an interface that comes back keeps its id, the newest if there were several', () => {
    const before = [known(1, { removedAtMs: 5 }), known(2, { name: 'Gi0/1', removedAtMs: 9 })];
    const match = matchInterfaces(before, [told(4, { name: 'Gi0/1' })]);
    expect(match.same).toMatchObject([{ interfaceId: 2 }]);
    expect(match.removed).toEqual([]);
  });
});
