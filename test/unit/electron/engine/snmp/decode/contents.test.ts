import { describe, expect, it } from 'vitest';
import { decodeContents } from '../../../../../../electron/engine/snmp/decode/contents.ts';
import type { WalkedRow } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';
import { packIndex, unpackIndex } from '../../../../../../shared/units/pack-index.ts';

const row = (index: string, cells: Readonly<Record<string, SnmpValue>>): WalkedRow => ({
  index: index.split('.').map(Number),
  cells,
  atMs: 0,
  uptimeHundredths: null,
});
const text = (words: string): Buffer => Buffer.from(words);
const container = (index: number, within: number, descr: string): WalkedRow =>
  row(String(index), { within, descr: text(descr) });
const content = (index: string, descr: string, serial = '', model = ''): WalkedRow =>
  row(index, {
    descr: text(descr),
    serial: text(serial),
    revision: text(serial === '' ? '' : 'REV 08'),
    partNumber: text('650-044931'),
    model: text(model),
  });

/** As QFX5100 (Junos 14.1) and MX (Junos 12.3) tell them. */
const containers = [
  container(1, 0, 'chassis frame'),
  container(2, 1, 'Power Supply slot'),
  container(4, 1, 'Fan Tray slot'),
  container(7, 1, 'FPC slot'),
  container(8, 7, 'PIC slot'),
  container(9, 1, 'Routing Engine slot'),
  container(20, 7, 'MIC slot'),
];
const contents = [
  content('1.1.0.0', ''),
  content('2.1.1.0', 'Power Supply 0 @ 0/0/*', '1GA00000001', 'JPSU-650W-AC-AFO'),
  content('4.1.3.0', 'Fan Tray 2 @ 0/2/*'),
  content('7.1.0.0', 'FPC: QFX5100-48S-6Q @ 0/*/*', 'TA0000000001', 'QFX5100-48S-6Q'),
  content('8.1.1.0', 'PIC: 48x10G-6x40G @ 0/0/*', 'BUILTIN'),
  content('9.1.0.0', 'Routing Engine 0', 'BUILTIN'),
];

const tree = (rows: readonly WalkedRow[]) => {
  const { parts } = decodeContents({ contents: rows, containers });
  const names = new Map(parts.map((part) => [part.index, part.name]));
  return parts.map((part) => `${part.class} ${part.name} < ${part.parent === null ? '-' : names.get(part.parent)}`);
};

describe('parts out of jnxContentsTable', () => {
  it('stand where jnxContainersTable puts their kind', () => {
    expect(tree(contents)).toEqual([
      'chassis chassis frame < -',
      'powerSupply Power Supply 0 @ 0/0/* < chassis frame',
      'fan Fan Tray 2 @ 0/2/* < chassis frame',
      'module FPC: QFX5100-48S-6Q @ 0/*/* < chassis frame',
      'module PIC: 48x10G-6x40G @ 0/0/* < FPC: QFX5100-48S-6Q @ 0/*/*',
      'module Routing Engine 0 < chassis frame',
    ]);
  });

  it('have serial number, revision and model, but none that is soldered in, and the part number where there is no model', () => {
    const parts = new Map(decodeContents({ contents, containers }).parts.map((part) => [part.index, part]));
    expect(parts.get(2_001_001_000)).toMatchObject({
      serial: '1GA00000001',
      hardware: 'REV 08',
      model: 'JPSU-650W-AC-AFO',
    });
    expect(parts.get(8_001_001_000)).toMatchObject({ serial: null, model: '650-044931' });
  });

  it('of the second slot are not put into the first', () => {
    const rows = [...contents, content('7.2.0.0', 'FPC: 2 @ 1/*/*', 'B'), content('8.2.1.0', 'PIC: 2 @ 1/0/*', 'C')];
    expect(tree(rows)).toContain('module PIC: 2 @ 1/0/* < FPC: 2 @ 1/*/*');
  });

  it('stand at the top where nothing says what is around them', () => {
    const { parts, notes } = decodeContents({ contents, containers: [] });
    expect(parts.map(({ parent }) => parent)).toEqual(contents.map(() => null));
    expect(notes).toEqual([]);
  });
});

it('an index becomes one number and comes back', () => {
  expect(packIndex([8, 1, 2, 0])).toBe(8_001_002_000);
  expect(unpackIndex(8_001_002_000, 4)).toEqual([8, 1, 2, 0]);
  expect(packIndex([1001])).toBe(1001);
  for (const index of [[], [0, 1], [7, 1000, 0, 0], [1, 2, 3, 4, 5]]) expect(packIndex(index)).toBeNull();
});
