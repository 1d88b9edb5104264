/** The tree of parts as rows: what holds one thing only is folded into it, and each part has its sensors. Pure. */
import type { DevicePart, Sensor } from '../../shared/contract/hardware.ts';
import { worstHealth, type Health } from '../../shared/model/hardware.ts';
import { reasonOf } from './health-words.ts';

export interface PartRow {
  readonly part: DevicePart;
  readonly depth: number;
  readonly health: Health;
  /** Why it is not well; null where there is nothing to say. */
  readonly because: string | null;
}

/** Slots and plain ports say nothing that what is in them does not say. */
const isShell = (part: DevicePart): boolean =>
  (part.class === 'container' || part.class === 'port') && part.serial === null && part.model === null;

/** Its own word, and what its sensors say. */
const healthOf = (part: DevicePart, sensors: readonly Sensor[]): Pick<PartRow, 'health' | 'because'> => {
  const own = sensors.filter((sensor) => sensor.partIndex === part.index);
  const health = worstHealth([part.health, ...own.map((sensor) => sensor.health)]);
  const worst = own.find((sensor) => sensor.health === health);
  return { health, because: reasonOf(worst) };
};

export function partRows(parts: readonly DevicePart[], sensors: readonly Sensor[]): readonly PartRow[] {
  const byIndex = new Map(parts.map((part) => [part.index, part]));
  const holder = (part: DevicePart): DevicePart | undefined =>
    part.parent === null ? undefined : byIndex.get(part.parent);
  const depths = new Map<number, number>();
  return parts.flatMap((part) => {
    const above = holder(part);
    const depth = above === undefined ? 0 : (depths.get(above.index) ?? 0) + (isShell(above) ? 0 : 1);
    depths.set(part.index, depth);
    return isShell(part) ? [] : [{ part, depth, ...healthOf(part, sensors) }];
  });
}

export interface AssemblyRow {
  readonly key: string;
  readonly name: string;
  readonly health: Health;
  readonly because: string | null;
  /** What is measured of it, in the order of their ids. */
  readonly sensors: readonly Sensor[];
  readonly part: DevicePart | null;
}

const CLASSES = { fan: 'fan', supply: 'powerSupply' } as const;

/** Fans or power supplies: the parts of that class, and those that only a table of states knows. */
export function assemblyRows(
  kind: 'fan' | 'supply',
  parts: readonly DevicePart[],
  sensors: readonly Sensor[],
): readonly AssemblyRow[] {
  const own = Map.groupBy(
    sensors.filter((sensor) => sensor.component === kind),
    (sensor) => sensor.assembly,
  );
  const told = [...own].map(([key, group]): AssemblyRow => {
    const index = group.find((sensor) => sensor.partIndex !== null)?.partIndex;
    const part = parts.find((one) => one.index === index && one.class === CLASSES[kind]) ?? null;
    const beside = sensors.filter((one) => part !== null && one.partIndex === part.index && !group.includes(one));
    const health = worstHealth(group.map((one) => one.health));
    const worst = group.find((one) => one.health === health);
    const name = part?.name ?? group[0]?.name ?? key;
    return { key, name, health, because: worst?.because ?? null, sensors: [...group, ...beside], part };
  });
  const known = new Set(told.map(({ part }) => part?.index));
  const silent = parts
    .filter((part) => part.class === CLASSES[kind] && !known.has(part.index))
    .map((part): AssemblyRow => {
      const beside = sensors.filter((one) => one.partIndex === part.index);
      return { key: `part ${part.index}`, name: part.name, health: part.health, because: null, sensors: beside, part };
    });
  return [...told, ...silent];
}
