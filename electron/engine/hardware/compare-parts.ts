/**
 * What became of the parts of a device between two readings. Pure.
 *
 * A part is known by its place, which is the names on the way to it: the agent's numbers change with a restart, and the serial
 * number is what a replacement changes. Only what has a serial number or a model is a part that somebody puts in or takes out.
 */
import type { DevicePart } from '../../../shared/contract/hardware.ts';

/** More at once is a new firmware's way to name them, or another device at the address. */
const MOST_CHANGES = 12;
const MOST_LEVELS = 20;

const placesOf = (parts: readonly DevicePart[]): ReadonlyMap<string, DevicePart> => {
  const byIndex = new Map(parts.map((part) => [part.index, part]));
  const places = new Map<string, DevicePart>();
  for (const part of parts) {
    const way: string[] = [];
    let at: DevicePart | undefined = part;
    for (let level = 0; at !== undefined && level < MOST_LEVELS; level += 1) {
      way.unshift(at.name);
      at = at.parent === null ? undefined : byIndex.get(at.parent);
    }
    let place = way.join(' / ');
    for (let count = 2; places.has(place); count += 1) place = `${way.join(' / ')} #${count}`;
    places.set(place, part);
  }
  return places;
};

const isPart = ({ serial, model }: DevicePart): boolean => serial !== null || model !== null;

const words = ({ model, serial }: DevicePart): string =>
  [model, serial === null ? null : `serial ${serial}`].filter((word) => word !== null).join(', ') || 'no serial number';

const differs = (before: string | null, now: string | null): boolean =>
  before !== null && now !== null && before !== now;

/** The chassis at the top is the device itself, whose own serial number is told with its identity. */
const isDevice = (part: DevicePart): boolean => part.class === 'chassis' && part.parent === null;

/** One sentence a change. */
export const compareParts = (before: readonly DevicePart[], now: readonly DevicePart[]): readonly string[] => {
  if (before.length === 0 || now.length === 0) return [];
  const [old, fresh] = [placesOf(before), placesOf(now)];
  const changes: string[] = [];
  for (const [place, part] of fresh) {
    const known = old.get(place);
    if (known === undefined) {
      if (isPart(part)) changes.push(`${part.name} was put in: ${words(part)}`);
    } else if (!isDevice(part) && (differs(known.serial, part.serial) || differs(known.model, part.model)))
      changes.push(`${part.name} was replaced: ${words(known)} before, ${words(part)} now`);
  }
  for (const [place, part] of old)
    if (!fresh.has(place) && isPart(part)) changes.push(`${part.name} is gone: ${words(part)}`);
  if (changes.length <= MOST_CHANGES) return changes;
  return [`${changes.length} of its parts have other names or serial numbers than before`];
};
