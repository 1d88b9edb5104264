/** Sensors in the groups and the order in which people look at them. Pure. */
import type { Sensor } from '../../shared/contract/hardware.ts';
import { isFault } from '../../shared/model/hardware.ts';
import { comparePorts } from '../../shared/units/port-order.ts';

export const GROUPS = ['temperature', 'fan', 'power', 'optic', 'storage', 'state', 'other'] as const;
export type SensorGroup = (typeof GROUPS)[number];

export const groupNames: Readonly<Record<SensorGroup, string>> = {
  temperature: 'Temperature',
  fan: 'Fans',
  power: 'Power',
  optic: 'Optics',
  storage: 'Storage',
  state: 'States',
  other: 'Others',
};

const POWER: ReadonlySet<string> = new Set(['power', 'voltage', 'current', 'charge', 'runtime', 'load', 'frequency']);

export function groupOf(sensor: Pick<Sensor, 'kind' | 'optic' | 'component'>): SensorGroup {
  if (sensor.optic !== null) return 'optic';
  if (sensor.component === 'fan' || sensor.kind === 'fanspeed') return 'fan';
  if (sensor.component === 'supply' || sensor.component === 'battery' || POWER.has(sensor.kind)) return 'power';
  if (sensor.kind === 'temperature' || sensor.kind === 'humidity') return 'temperature';
  if (sensor.kind === 'storage' || sensor.component === 'disk') return 'storage';
  if (sensor.kind === 'dbm') return 'optic';
  return sensor.kind === 'state' ? 'state' : 'other';
}

export interface SensorRow {
  readonly sensor: Sensor;
  readonly group: SensorGroup;
  /** The first of its group: carries the group's name. */
  readonly first: boolean;
}

export type Choice = SensorGroup | 'all' | 'problems';

/** Faults first within each group, then by name as ports are ordered. */
export function sensorRows(sensors: readonly Sensor[], choice: Choice): readonly SensorRow[] {
  const wanted = sensors
    .map((sensor) => ({ sensor, group: groupOf(sensor) }))
    .filter(
      ({ sensor, group }) => choice === 'all' || (choice === 'problems' ? isFault(sensor.health) : group === choice),
    )
    .toSorted(
      (a, b) =>
        GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
        comparePorts(a.sensor.name, b.sensor.name) ||
        a.sensor.id - b.sensor.id,
    );
  return wanted.map((row, index) => ({ ...row, first: row.group !== wanted[index - 1]?.group }));
}

/** How many there are of each group, only of those that there are. */
export function groupCounts(sensors: readonly Sensor[]): readonly (readonly [SensorGroup, number])[] {
  const counts = Map.groupBy(sensors, groupOf);
  return GROUPS.flatMap((group) => {
    const count = counts.get(group)?.length ?? 0;
    return count === 0 ? [] : [[group, count] as const];
  });
}
