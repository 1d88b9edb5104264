import { describe, expect, it } from 'vitest';
import { applySensors } from '../../../../../../electron/engine/snmp/profiles/apply-health.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';
import { ACME, profileOf, readerOf } from './make-reader.ts';

const source = 'ACME-MIB acme';
const box = { tables: { box: `${ACME}.1`, levels: `${ACME}.2` } };

const sensorOf = (
  rule: object,
  cells: Readonly<Record<string, SnmpValue>>,
  levels: Readonly<Record<string, SnmpValue>> = {},
) => {
  const profile = profileOf({ ...box, sensors: [{ source, kind: 'temperature', value: 'box.1', ...rule }] });
  return applySensors(profile, readerOf(profile, { [`${ACME}.1`]: cells, [`${ACME}.2`]: levels }))[0];
};

describe('limits', () => {
  it('are made of what the agent says like the value itself', () => {
    const limits = { source, highWarning: 'box.2', highCritical: 'box.3', lowCritical: -10 };
    expect(sensorOf({ factor: 0.1, limits }, { '1.1': 300, '2.1': 600, '3.1': 700 })?.limits).toEqual({
      lowCritical: -10,
      lowWarning: null,
      highWarning: 60,
      highCritical: 70,
    });
  });

  it('may have a unit of their own: power in tenths of microwatts for a value in dBm', () => {
    const limits = { source, lowCritical: 'box.2', factor: 0.0001, convert: 'milliwatts-to-dbm', ignore: [0] };
    const sensor = sensorOf({ kind: 'dbm', factor: 0.001, limits }, { '1.1': -5840, '2.1': 1000 });
    expect(sensor).toMatchObject({ value: -5.84, limits: { lowCritical: -10 } });
    expect(sensorOf({ kind: 'dbm', limits }, { '1.1': 5, '2.1': 0 })?.limits).toBeUndefined();
  });

  const rows = {
    value: 'levels.4',
    relation: { cell: 'levels.3', low: [1, 2], high: [3, 4] },
    severity: { cell: 'levels.2', warning: [10] },
  };

  it('in rows of another table are told apart by relation, and of two on one side the outer one is critical', () => {
    const levels = {
      '2.7.1': 20, '3.7.1': 4, '4.7.1': 750,
      '2.7.2': 20, '3.7.2': 3, '4.7.2': 700,
      '2.7.3': 10, '3.7.3': 1, '4.7.3': -50,
      '2.8.1': 20, '3.8.1': 4, '4.8.1': 1,
    }; // prettier-ignore
    expect(sensorOf({ factor: 0.1, limits: { source, rows } }, { '1.7': 300 }, levels)?.limits).toEqual({
      lowCritical: null,
      lowWarning: -5,
      highWarning: 70,
      highCritical: 75,
    });
  });

  it('that contradict themselves are none', () => {
    const limits = { source, lowCritical: 'box.2', highCritical: 'box.3' };
    const told = (low: number, high: number) => sensorOf({ limits }, { '1.1': 30, '2.1': low, '3.1': high })?.limits;
    expect(told(0, 0)).toBeUndefined();
    expect(told(70, 10)).toBeUndefined();
    expect(told(5, 5)).toBeUndefined();
    expect(told(0, 70)).toMatchObject({ lowCritical: 0, highCritical: 70 });
  });
});

describe('the state of a part', () => {
  const health = { ok: [1], warning: [2], failed: [3], absent: [5] };

  it('is what the profile says of its number, and nothing of one that stands nowhere', () => {
    const told = (value: number) => sensorOf({ kind: 'state', component: 'fan', health }, { '1.1': value });
    expect([1, 2, 3, 5, 9].map((value) => told(value)?.health)).toEqual([
      'ok',
      'warning',
      'failed',
      'absent',
      undefined,
    ]);
    expect(told(3)?.component).toBe('fan');
  });

  it('may stand in a status beside the value', () => {
    const status = { cell: 'box.5', words: { '3': 'broken' } };
    expect(sensorOf({ status, health }, { '1.1': 40, '5.1': 3 })).toMatchObject({ status: 'broken', health: 'failed' });
  });

  it('is of the entity and the port that index or cells name', () => {
    const rule = { entity: '{box.6}', port: '{index.0}', optic: 'rx', kind: 'dbm' };
    expect(sensorOf(rule, { '1.7.2': -5, '6.7.2': 4711 })).toMatchObject({ entity: 4711, ifIndex: 7, optic: 'rx' });
    expect(sensorOf(rule, { '1.7.2': -5, '6.7.2': 0 })?.entity).toBeUndefined();
  });
});
