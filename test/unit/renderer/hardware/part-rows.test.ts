import { describe, expect, test } from 'vitest';
import { opticRows } from '../../../../renderer/hardware/optic-rows.ts';
import { assemblyRows, partRows } from '../../../../renderer/hardware/part-rows.ts';
import { part, sensor } from './sensor.ts';

describe('the tree of parts', () => {
  test('folds slots and plain ports into what is in them', () => {
    const parts = [
      part(1, null, 'Chassis', { class: 'chassis', serial: 'A' }),
      part(2, 1, 'Slot 1', { class: 'container' }),
      part(3, 2, 'Card 1', { serial: 'B' }),
      part(4, 3, 'Te1/1', { class: 'port' }),
      part(5, 4, 'Optic', { model: 'SFP' }),
    ];
    expect(partRows(parts, []).map((row) => [row.part.name, row.depth])).toEqual([
      ['Chassis', 0],
      ['Card 1', 1],
      ['Optic', 2],
    ]);
  });

  test('has the worst that the sensors of a part say, and why', () => {
    const parts = [part(1, null, 'PSU 1', { class: 'powerSupply', model: 'P' })];
    const sensors = [
      sensor(1, 'Volts', { partIndex: 1 }),
      sensor(2, 'Heat', { partIndex: 1, health: 'critical', because: 'above the critical limit of 70 °C' }),
    ];
    expect(partRows(parts, sensors)).toMatchObject([
      { health: 'critical', because: 'Heat: above the critical limit of 70 °C' },
    ]);
  });
});

describe('fans', () => {
  const parts = [
    part(1, null, 'Chassis', { class: 'chassis' }),
    part(2, 1, 'Fan 1', { class: 'fan' }),
    part(3, 1, 'Fan 2', { class: 'fan' }),
  ];

  test('are one row each, whichever table tells of them, and unknown where none does', () => {
    const fan = { component: 'fan', assembly: 'fan:fan 1', partIndex: 2 } as const;
    const rows = assemblyRows('fan', parts, [
      sensor(1, 'Fan 1 speed', { ...fan, kind: 'fanspeed', value: 0, health: 'critical' }),
      sensor(2, 'Fan 1', {
        ...fan,
        kind: 'state',
        word: 'failed',
        health: 'failed',
        because: 'the device says failed',
      }),
      sensor(3, 'Fan tray', { component: 'fan', assembly: 'fan:tray', kind: 'state', health: 'absent' }),
    ]);
    expect(rows.map(({ name, health, because }) => [name, health, because])).toEqual([
      ['Fan 1', 'failed', 'the device says failed'],
      ['Fan tray', 'absent', null],
      ['Fan 2', 'unknown', null],
    ]);
  });
});

test('a transceiver has one row, of several lanes the one at fault', () => {
  const port = { interfaceId: 7, kind: 'dbm', partIndex: 9 } as const;
  const rows = opticRows(
    [
      sensor(1, 'Lane 1 Rx', { ...port, optic: 'rx', value: -3 }),
      sensor(2, 'Lane 2 Rx', { ...port, optic: 'rx', value: -20, health: 'warning', because: 'too little' }),
      sensor(3, 'Tx', { ...port, optic: 'tx', value: -2 }),
      sensor(4, 'Inlet'),
    ],
    [part(9, null, 'Optic of 7', { model: 'SFP-10G-LR' })],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    interfaceId: 7,
    health: 'warning',
    because: 'Lane 2 Rx: too little',
    values: { rx: { id: 2 }, tx: { id: 3 } },
    lanes: { rx: 2, tx: 1 },
    part: { model: 'SFP-10G-LR' },
  });
});
