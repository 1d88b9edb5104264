/** The objects of one agent in the order of their OIDs, so that GETNEXT is one binary search. */
import { encodeOid } from '../ber/encode.ts';

/** One readable object: a fixed encoded value, or one computed at the moment of asking (null: the row is not there now). */
export interface MibObject<View> {
  readonly oid: readonly number[];
  readonly value: Buffer | ((view: View) => Buffer | null);
}

export interface IndexedObject<View> extends MibObject<View> {
  readonly encodedOid: Buffer;
}

export type ObjectIndex<View> = readonly IndexedObject<View>[];

export function compareOids(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Sorts once. Throws when two objects share an OID: that is a mistake in the simulator. */
export function indexObjects<View>(objects: readonly MibObject<View>[]): ObjectIndex<View> {
  const sorted = objects
    .toSorted((a, b) => compareOids(a.oid, b.oid))
    .map((object) => ({ ...object, encodedOid: encodeOid(object.oid) }));
  for (const [i, object] of sorted.entries()) {
    const next = sorted[i + 1];
    if (next !== undefined && compareOids(object.oid, next.oid) === 0) {
      throw new Error(`two demo objects share the OID ${object.oid.join('.')}`);
    }
  }
  return sorted;
}

/** Position of the first object whose OID is at or after `oid` (after it, with `beyond`). */
export function positionOf<View>(index: ObjectIndex<View>, oid: readonly number[], beyond: boolean): number {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareOids(index[middle]?.oid ?? [], oid);
    if (order < 0 || (beyond && order === 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
