import { describe, expect, it } from 'vitest';
import {
  applyMemory,
  applyProcessors,
  applySensors,
} from '../../../../../../electron/engine/snmp/profiles/apply-health.ts';
import type { WholeIdentity } from '../../../../../../electron/engine/snmp/identity/whole-identity.ts';
import { wholeIdentity } from '../../../../../../electron/engine/snmp/identity/whole-identity.ts';
import type { DeviceIdentity } from '../../../../../../shared/model/reading.ts';
import { ACME, profileOf, readerOf } from './make-reader.ts';

const ENTITY = '1.3.6.1.2.1.47.1.1.1.1';
const source = 'ACME-MIB acme';
const text = (value: string): Buffer => Buffer.from(value);
const box = { tables: { box: `${ACME}.1` } };

describe('processors', () => {
  it('are named through the cell that says which entity they are (CISCO-PROCESS-MIB), and by their index otherwise', () => {
    const profile = profileOf({
      ...box,
      processors: [{ source, value: ['box.8', 'box.5'], name: ['{entity.7@box.2}', 'CPU {index}'] }],
    });
    const reader = readerOf(profile, {
      [`${ACME}.1`]: { '2.1': 1000, '8.1': 42, '2.2': 0, '5.2': 7 },
      [ENTITY]: { '7.1000': text('Switch 1') },
    });
    expect(applyProcessors(profile, reader)).toEqual([
      { name: 'Switch 1', percent: 42 },
      { name: 'CPU 2', percent: 7 },
    ]);
  });

  it('of a later rule count only where the first gave nothing, and impossible ones never', () => {
    const rule = (value: string, otherwise: boolean): object => ({ source, value, otherwise });
    const profile = profileOf({ ...box, processors: [rule('box.1', false), rule('box.2', true)] });
    const entry = `${ACME}.1`;
    expect(applyProcessors(profile, readerOf(profile, { [entry]: { '1.1': 101, '2.1': 5 } }))).toHaveLength(1);
    expect(applyProcessors(profile, readerOf(profile, { [entry]: { '1.1': 9, '2.1': 5 } }))).toEqual([
      { name: 'CPU 1', percent: 9 },
    ]);
  });

  it('are picked by an arc of the index, and out of text (FASTPATH, FOUNDRY)', () => {
    const profile = profileOf({
      ...box,
      scalars: { sw: `${ACME}.2` },
      processors: [
        { source, value: 'box.6', factor: 0.01, where: [{ arc: -1, is: [300] }] },
        { source, value: 'sw.4.9', name: 'CPU', pattern: '5 Secs \\( {0,4}([0-9.]{1,8})%' },
      ],
    });
    const reader = readerOf(
      profile,
      { [`${ACME}.1`]: { '6.1.1.5': 9900, '6.1.1.300': 150 } },
      { [`${ACME}.2.4.9.0`]: text('5 Secs ( 31.11%)   60 Secs ( 16.75%)') },
    );
    expect(applyProcessors(profile, reader).map(({ percent }) => percent)).toEqual([1.5, 31.11]);
  });
});

describe('memory', () => {
  const memoryOf = (rule: object, cells: Record<string, number>): unknown => {
    const profile = profileOf({ ...box, memory: [{ source, ...rule }] });
    return applyMemory(profile, readerOf(profile, { [`${ACME}.1`]: cells }));
  };

  it('follows from any two of used, free and total, and from a percentage', () => {
    const quarter = [{ name: 'Memory', usedPercent: 25, usedBytes: 25_600, totalBytes: 102_400 }];
    const unitBytes = 1024;
    expect(memoryOf({ used: 'box.1', free: 'box.2', unitBytes }, { '1.1': 25, '2.1': 75 })).toEqual(quarter);
    expect(memoryOf({ used: 'box.1', total: 'box.2', unitBytes }, { '1.1': 25, '2.1': 100 })).toEqual(quarter);
    expect(memoryOf({ free: 'box.1', total: 'box.2', unitBytes }, { '1.1': 75, '2.1': 100 })).toEqual(quarter);
    expect(memoryOf({ percent: 'box.1', total: 'box.2', unitBytes }, { '1.1': 25, '2.1': 100 })).toEqual(quarter);
  });

  it('of which only a percentage is told has no bytes, and one without anything is none', () => {
    const alone = { name: 'Memory', usedPercent: 98, usedBytes: null, totalBytes: null };
    expect(memoryOf({ percent: 'box.1', total: 'box.2' }, { '1.1': 98 })).toEqual([alone]);
    expect(memoryOf({ used: 'box.1', total: 'box.2' }, { '1.1': 5, '2.1': 0 })).toEqual([]);
    expect(memoryOf({ used: 'box.1', free: 'box.2' }, { '1.1': 5 })).toEqual([]);
  });
});

describe('sensors', () => {
  const sensorsOf = (rule: object, cells: Record<string, number | Buffer>): unknown => {
    const profile = profileOf({ ...box, sensors: [{ source, kind: 'temperature', value: 'box.1', ...rule }] });
    return applySensors(profile, readerOf(profile, { [`${ACME}.1`]: cells }));
  };

  it('have the kind, scale and precision that other cells tell (ENTITY-SENSOR-MIB)', () => {
    const kind = { cell: 'box.2', words: { '14': 'dbm', '8': 'temperature' } };
    const rule = { kind, scale: 'box.3', precision: 'box.4' };
    expect(sensorsOf(rule, { '1.7': -55, '2.7': 14, '3.7': 9, '4.7': 1 })).toMatchObject([
      {
        kind: 'dbm',
        name: 'dbm 7',
        value: -5.5,
        unit: 'dBm',
        status: undefined,
        oid: `${ACME}.1.1.7`,
        told: { source, oid: `${ACME}.1.1.7`, raw: '-55', how: '-55 x 10^-1' },
      },
    ]);
    expect(sensorsOf(rule, { '1.7': 1, '2.7': 12, '3.7': 9, '4.7': 0 })).toEqual([]);
  });

  it('leave out numbers that mean "not there", and those outside of what can be', () => {
    expect(sensorsOf({ ignore: [65_535] }, { '1.1': 65_535, '1.2': 30 })).toMatchObject([{ value: 30 }]);
    expect(sensorsOf({ range: [-60, 0] }, { '1.1': 5, '1.2': -3 })).toMatchObject([{ value: -3 }]);
  });

  it('turn light in milliwatts into dBm, of which no light has none', () => {
    const rule = { kind: 'dbm', factor: 0.001, convert: 'milliwatts-to-dbm' };
    expect(sensorsOf(rule, { '1.1': 500, '1.2': 0 })).toMatchObject([{ value: expect.closeTo(-3.0103, 3) as number }]);
  });

  it('that are states have a word, and bits are one number', () => {
    const states = { '1': 'normal' };
    expect(sensorsOf({ kind: 'state', states }, { '1.1': 1, '1.2': 9 })).toMatchObject([
      { value: 1, status: 'normal', unit: null },
      { value: 9, status: undefined },
    ]);
    expect(sensorsOf({ kind: 'state', octets: true }, { '1.1': Buffer.from([1, 0]) })).toMatchObject([{ value: 256 }]);
  });

  it('have no noise of binary fractions', () => {
    expect(sensorsOf({ factor: 0.1 }, { '1.1': 3 })).toMatchObject([{ value: 0.3 }]);
  });
});

describe('identity', () => {
  const system: DeviceIdentity = {
    sysName: null,
    sysDescr: 'Acme Switch, Version 7.1 {box.1}',
    sysObjectID: ACME,
    vendor: null,
    model: null,
    os: null,
    osVersion: null,
    serial: null,
  };
  const whole = (identity: object, cells: Record<string, string>): WholeIdentity => {
    const profile = profileOf({ ...box, identity });
    const values = Object.fromEntries(Object.entries(cells).map(([oid, value]) => [oid, text(value)]));
    return wholeIdentity(system, profile, { entities: [], reader: readerOf(profile, { [`${ACME}.1`]: values }) });
  };
  const told = (identity: object, cells: Record<string, string>): unknown => whole(identity, cells).identity;

  it('takes the first rule that finds something, and nothing for words that mean nothing', () => {
    const model = [
      { source, from: 'box.1' },
      { source, from: 'box.2', as: '{0} {box.3}' },
      { source, from: 'box.2' },
    ];
    expect(told({ model }, { '1.1': 'N/A', '2.1': 'X-24', '3.1': 'V04' })).toMatchObject({ model: 'X-24 V04' });
    expect(told({ model }, { '1.1': '', '2.1': 'X-24' })).toMatchObject({ model: 'X-24' });
    expect(told({ model }, {})).toMatchObject({ model: null, serial: null });
  });

  it('does not fill in what a device writes in braces', () => {
    const osVersion = [{ source, from: 'sysDescr', pattern: 'Version (.{1,40})' }];
    expect(told({ osVersion }, { '1.1': 'secret' })).toMatchObject({ osVersion: '7.1 box.1' });
  });

  it('says where each field comes from, and by which rule', () => {
    const { identityTold } = whole(
      {
        vendor: [{ text: 'Acme' }],
        model: [{ source, from: 'box.1' }],
        osVersion: [{ source, from: 'sysDescr', pattern: 'Version ([\\d.]{1,9})', as: 'v{1}' }],
      },
      { '1.1': 'X-24' },
    );
    expect(identityTold.vendor).toMatchObject({ source: 'SNMPv2-MIB sysObjectID', raw: ACME });
    expect(identityTold.model).toMatchObject({ source, oid: `${ACME}.1.1.1`, raw: 'X-24' });
    expect(identityTold.model?.how).toBe('as the device says it, by the profile "acme"');
    expect(identityTold.osVersion).toMatchObject({ oid: '1.3.6.1.2.1.1.1.0', raw: system.sysDescr });
    expect(identityTold.osVersion?.how).toContain('Version ([\\d.]{1,9})');
    expect(identityTold).not.toHaveProperty('serial');
  });
});
