/**
 * The three words the contract is written in: a *call* (ask once, get one answer), a *topic* (a keyed collection that the
 * page follows) and the *contract* that joins them. Types of both sides are derived from these declarations and nothing else.
 *
 * A topic is always a collection of items with an `id`: its snapshot is all items, a change names the items that are new
 * or different and the ids that are gone. A single thing (settings, health of the console) is a collection of one.
 */
import { z } from 'zod';

export interface CallDefinition<A extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly args: A;
  readonly result: R;
}

export interface TopicDefinition<A extends z.ZodType = z.ZodType, I extends z.ZodType = z.ZodType> {
  /** What the subscriber may choose, for example one device's interfaces; `{}` where there is no choice. */
  readonly args: A;
  readonly item: I;
}

export interface ContractDefinition {
  readonly calls: Readonly<Record<string, CallDefinition>>;
  readonly topics: Readonly<Record<string, TopicDefinition>>;
}

/** Declares a call: the shape of its arguments, then the zod type of its answer. */
export function call<S extends z.ZodRawShape, R extends z.ZodType>(args: S, result: R) {
  return { args: z.strictObject(args), result };
}

/** Declares a topic: the shape of its arguments, then the zod type of one item (an object with `id`). */
export function topic<S extends z.ZodRawShape, I extends z.ZodType<{ id: number | string }>>(args: S, item: I) {
  return { args: z.strictObject(args), item };
}

/** Nothing to say but "done". */
export const done = z.object({});
