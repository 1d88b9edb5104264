import { describe, expect, test } from 'vitest';
import { limitScale } from '../../../../renderer/hardware/limit-scale.ts';
import { missingTables } from '../../../../renderer/hardware/missing-tables.ts';
import { groupCounts, sensorRows } from '../../../../renderer/hardware/sensor-groups.ts';
import { sensorAxis, sensorModel } from '../../../../renderer/hardware/sensor-model.ts';
import { sensorText, valueText } from '../../../../renderer/hardware/sensor-value.ts';
import { axisLabels } from '../../../../renderer/graphs/value-axis.ts';
import { sensor } from './sensor.ts';

test('values have the unit in which people think, and unknown is the word', () => {
  expect(sensorText({ kind: 'current', unit: 'A' }, 0.0365)).toBe('36.5 mA');
  expect(sensorText({ kind: 'current', unit: 'A' }, 3.2)).toBe('3.20 A');
  expect(sensorText({ kind: 'fanspeed', unit: 'rpm' }, 12_040)).toBe('12\u202f040 rpm');
  expect(sensorText({ kind: 'dbm', unit: 'dBm' }, -14.44)).toBe('\u221214.4 dBm');
  expect(sensorText({ kind: 'voltage', unit: 'V' }, null)).toBe('unknown');
  expect(valueText(sensor(1, 'Fan', { kind: 'state', unit: null, value: 3, word: 'critical' }))).toBe('critical');
  expect(valueText(sensor(1, 'Mode', { kind: 'state', unit: null, value: 3, word: null }))).toBe('3');
});

describe('sensors in groups', () => {
  const sensors = [
    sensor(1, 'Te1/0/10 rx', { kind: 'dbm', optic: 'rx' }),
    sensor(2, 'Te1/0/2 rx', { kind: 'dbm', optic: 'rx', health: 'warning' }),
    sensor(3, 'Inlet'),
    sensor(4, 'Fan 1', { kind: 'state', component: 'fan' }),
  ];

  test('stand in their order, ports as people list them, the first of each with its name', () => {
    expect(sensorRows(sensors, 'all').map((row) => [row.sensor.id, row.group, row.first])).toEqual([
      [3, 'temperature', true],
      [4, 'fan', true],
      [2, 'optic', true],
      [1, 'optic', false],
    ]);
    expect(sensorRows(sensors, 'problems').map((row) => row.sensor.id)).toEqual([2]);
    expect(groupCounts(sensors)).toEqual([
      ['temperature', 1],
      ['fan', 1],
      ['optic', 2],
    ]);
  });
});

describe('the bar of limits', () => {
  test('has the zones in order, with the value between them', () => {
    const { zones, at } = limitScale({ lowCritical: 0, lowWarning: 10, highWarning: 60, highCritical: 70 }, 35);
    expect(zones.map(({ zone }) => zone)).toEqual(['critical', 'warning', 'ok', 'warning', 'critical']);
    expect(zones.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(at).toBeCloseTo(0.5);
  });

  test('with a limit on one side ends where the other one is not', () => {
    const fan = limitScale({ lowCritical: 1500, lowWarning: 2500, highWarning: null, highCritical: null }, 5000);
    expect(fan.zones.map(({ zone }) => zone)).toEqual(['critical', 'warning', 'ok']);
    const heat = limitScale({ lowCritical: null, lowWarning: null, highWarning: 50, highCritical: null }, 55);
    expect(heat.zones.map(({ zone }) => zone)).toEqual(['ok', 'warning']);
    expect(heat.at).toBeGreaterThan(heat.zones[0]?.share ?? 1);
  });

  test('has no needle where there is no value', () => {
    expect(limitScale({ lowCritical: null, lowWarning: null, highWarning: 50, highCritical: 60 }, null).at).toBeNull();
  });
});

describe('the graph of a sensor', () => {
  test('keeps the limits in sight that lie within reach, and labels below zero with their sign', () => {
    const axis = sensorAxis([-7.2, -6.8], [0.5, -14.4, -128], true, 5);
    expect(axis.min).toBeLessThanOrEqual(-14.4);
    expect(axis.min).toBeGreaterThan(-60);
    expect(axis.max).toBeGreaterThanOrEqual(0.5);
    const unit = { divisor: 1, name: 'dBm', short: '', signed: true };
    expect(axisLabels(axis, unit, false)[0]).toMatch(/^\u2212/);
    expect(sensorAxis([4800, 5000], [1500], false, 5).min).toBe(0);
  });

  test('draws small currents in milliamperes, with limits from the top down', () => {
    const limits = { lowCritical: 0.005, lowWarning: null, highWarning: 0.065, highCritical: null };
    const model = sensorModel({
      sensor: sensor(1, 'Bias', { kind: 'current', unit: 'A', value: 0.03, limits }),
      series: {
        resolution: 'samples',
        stepMs: 1000,
        atMs: [1000, 2000],
        columns: { value: { mean: [0.03, null], min: [0.03, null], max: [0.03, null] } },
        coverage: 50,
        p95: {},
      },
      range: { fromMs: 0, toMs: 3000 },
      nowMs: 3000,
      plotHeight: 200,
    });
    expect(model.columns[0]).toEqual([30, null]);
    expect(model.unit.name).toBe('mA');
    expect(model.levels.map(({ text }) => text)).toEqual(['warning 65.0 mA', 'critical 5.0 mA']);
  });
});

test('an empty screen names the tables that the device does not have', () => {
  const tables = [
    { name: 'entPhysicalTable', mib: 'ENTITY-MIB', state: 'absent', rows: 0 },
    { name: 'hrStorageTable', mib: 'HOST-RESOURCES-MIB', state: 'complete', rows: 2 },
  ] as const;
  expect(missingTables({ tables: [...tables] }, ['entPhysicalTable'])).toBe(
    'The device does not have ENTITY-MIB entPhysicalTable.',
  );
  expect(missingTables({ tables: [] }, ['entPhysicalTable'])).toContain('has not been read yet');
});
