/**
 * Where sensors belong: to which interface, and which of the five values of a transceiver they are. Pure.
 *
 * The interface of an entity is told by entAliasMappingTable for the port, and the sensor stands somewhere below or beside it;
 * where the agent has no such table, the name of the sensor begins with that of its port ("Ethernet1/1 Rx Power").
 */
import type { Component, OpticPart, PartReading } from '../../../../shared/model/hardware.ts';
import type { InterfaceReading, SensorReading } from '../../../../shared/model/reading.ts';

export interface Places {
  readonly parts: readonly PartReading[];
  readonly interfaces: readonly InterfaceReading[];
}

interface Index {
  readonly parts: ReadonlyMap<number, PartReading>;
  readonly children: ReadonlyMap<number, readonly PartReading[]>;
  readonly ifIndexOf: ReadonlyMap<string, number>;
}

const indexOf = ({ parts, interfaces }: Places): Index => {
  const children = new Map<number, PartReading[]>();
  for (const part of parts)
    if (part.parent !== null) children.set(part.parent, [...(children.get(part.parent) ?? []), part]);
  const names = interfaces.flatMap(({ ifIndex, name, description }): [string, number][] =>
    [name, description].flatMap((text): [string, number][] =>
      text === null || !/\d/.test(text) ? [] : [[text.toLowerCase(), ifIndex]],
    ),
  );
  return { parts: new Map(parts.map((part) => [part.index, part])), children, ifIndexOf: new Map(names.toReversed()) };
};

const MOST_LEVELS = 20;

/** From the entity up to the chassis, itself first. */
const upwards = ({ parts }: Index, entity: number): PartReading[] => {
  const way: PartReading[] = [];
  let part = parts.get(entity);
  while (part !== undefined && part.class !== 'chassis' && part.class !== 'stack' && way.length < MOST_LEVELS) {
    way.push(part);
    part = part.parent === null ? undefined : parts.get(part.parent);
  }
  return way;
};

/** The longest beginning of a name, ending at a word, that is an interface. */
const portInName = ({ ifIndexOf }: Index, name: string): number | null => {
  const words = name.toLowerCase().split(/[\s,:()]+/);
  for (let count = words.length; count > 0; count -= 1) {
    const found = ifIndexOf.get(words.slice(0, count).join(' '));
    if (found !== undefined) return found;
  }
  return words.map((word) => ifIndexOf.get(word)).find((found) => found !== undefined) ?? null;
};

/** A module or port that holds the one port which is an interface is that interface's transceiver. */
const portOfEntity = (index: Index, entity: number): number | null => {
  const way = upwards(index, entity);
  for (const part of way) {
    if (part.ifIndex !== null) return part.ifIndex;
    const beside = (index.children.get(part.index) ?? []).flatMap((child) => child.ifIndex ?? []);
    if (new Set(beside).size === 1) return beside[0] ?? null;
  }
  return way.map((part) => portInName(index, part.name)).find((found) => found !== null) ?? null;
};

const RECEIVE = /\b(rx|receive[dr]?|rcv|input)\b/i;
const TRANSMIT = /\b(tx|transmit(ted)?|xmit|output)\b/i;
const BIAS = /\b(bias|laser current)\b/i;
const TRANSCEIVER = /\b(transceiver|xcvr|[oq]?sfp\w*|[cx]fp\w*|optic(s|al)?|laser|dom|gbic)\b/i;

/** Null where it is not of a transceiver. `about` are the words of the sensor and of what holds it. */
const opticOf = ({ kind, name }: SensorReading, about: string): OpticPart | null => {
  if (kind === 'dbm') return RECEIVE.test(name) ? 'rx' : TRANSMIT.test(name) ? 'tx' : null;
  if (kind === 'current') return BIAS.test(name) || TRANSCEIVER.test(about) ? 'bias' : null;
  if (kind !== 'temperature' && kind !== 'voltage') return null;
  return TRANSCEIVER.test(about) ? kind : null;
};

const COMPONENTS: Partial<Record<PartReading['class'], Component>> = { fan: 'fan', powerSupply: 'supply' };

/** The fan or power supply that holds the sensor. */
const componentOf = (way: readonly PartReading[]): { component: Component; entity: number } | null => {
  for (const part of way) {
    const component = COMPONENTS[part.class];
    if (component !== undefined) return { component, entity: part.index };
  }
  return null;
};

/** The part that a sensor measures: sensors are entities too, and no part. */
const holderOf = ({ parts }: Index, entity: number | undefined): number | undefined => {
  let part = entity === undefined ? undefined : parts.get(entity);
  for (let level = 0; part?.class === 'sensor' && level < MOST_LEVELS; level += 1)
    part = part.parent === null ? undefined : parts.get(part.parent);
  return part?.index;
};

/** Kinds that tell of the part that holds them; a temperature near a fan is not the fan's state. */
const OF_COMPONENT: ReadonlySet<string> = new Set(['fanspeed', 'state']);

const placeOne = (index: Index, sensor: SensorReading): SensorReading => {
  const way = sensor.entity === undefined ? [] : upwards(index, sensor.entity);
  const about = [sensor.name, ...way.flatMap(({ name, description, model }) => [name, description, model])].join(' ');
  const ifIndex = sensor.ifIndex ?? (sensor.entity === undefined ? null : portOfEntity(index, sensor.entity));
  const port = ifIndex ?? portInName(index, sensor.name);
  const optic = sensor.optic ?? (port === null && sensor.kind !== 'dbm' ? null : opticOf(sensor, about));
  const part = OF_COMPONENT.has(sensor.kind) ? componentOf(way) : null;
  const entity = part?.entity ?? holderOf(index, sensor.entity);
  return {
    ...sensor,
    ...(optic === null ? {} : { optic }),
    ...(port === null || (optic === null && sensor.ifIndex === undefined) ? {} : { ifIndex: port }),
    ...(entity === undefined ? {} : { entity }),
    ...(part === null || sensor.component !== undefined ? {} : { component: part.component }),
  };
};

export const placeSensors = (sensors: readonly SensorReading[], places: Places): readonly SensorReading[] => {
  const index = indexOf(places);
  return sensors.map((sensor) => placeOne(index, sensor));
};
