/** Links, the evidence behind them, and where people put devices on the map. */
import { z } from 'zod';
import { call, done, topic } from './define.ts';
import { epochMs, rowId, stateWord } from './common.ts';

export const linkEnd = z.object({
  deviceId: rowId,
  /** Null when the neighbour's port could not be told; `port` then holds the raw text. */
  interfaceId: rowId.nullable(),
  port: z.string().nullable(),
});
export type LinkEnd = z.infer<typeof linkEnd>;

/** How sure a link is. (algorithms: confidence) */
export const linkConfidence = z.enum(['confirmed', 'one-sided', 'inferred', 'manual']);

export const link = z.object({
  id: rowId,
  a: linkEnd,
  b: linkEnd,
  confidence: linkConfidence,
  /** True after at least one finished run that did not show it any more. */
  ageing: z.boolean(),
  /** Who speaks for it: words of `NEIGHBOUR_PROTOCOLS`. */
  protocols: z.array(z.string()),
  /** The rule that made it, for example "2 LLDP two-sided". */
  rule: z.string(),
  state: stateWord,
  stateSinceMs: epochMs,
  flapping: z.boolean(),
  speedBps: z.number().nullable(),
  firstSeenAtMs: epochMs,
  lastSeenAtMs: epochMs,
});
export type Link = z.infer<typeof link>;

/** One raw neighbour row, as a device told it. */
export const evidence = z.object({
  id: rowId,
  deviceId: rowId,
  protocol: z.string(),
  localPort: z.string().nullable(),
  localInterfaceId: rowId.nullable(),
  remoteName: z.string().nullable(),
  remotePort: z.string().nullable(),
  remotePortDescription: z.string().nullable(),
  remoteChassisId: z.string().nullable(),
  remoteAddress: z.string().nullable(),
  /** How the remote device and port were matched, or why they were not. */
  matched: z.string(),
  firstSeenAtMs: epochMs,
  lastSeenAtMs: epochMs,
  missedRuns: z.int(),
});
export type Evidence = z.infer<typeof evidence>;

export const position = z.object({ id: rowId, x: z.number(), y: z.number(), pinned: z.boolean() });
/** Where a device stands on the map; `id` is the device's. */
export type Position = z.infer<typeof position>;

export const topologyCalls = {
  /** Why is this link here: its raw rows and the rule that matched them. */
  'link.why': call({ linkId: rowId }, z.object({ rule: z.string(), evidence: z.array(evidence) })),
  /** Everything that a device says of its neighbours, matched or not. */
  'neighbour.list': call({ deviceId: rowId }, z.array(evidence)),
  /** Keeps positions that a person (pinned) or the layout (not pinned) gave. */
  'position.set': call(
    {
      positions: z
        .array(
          z.object({
            deviceId: rowId,
            x: z.number().min(-1e6).max(1e6),
            y: z.number().min(-1e6).max(1e6),
            pinned: z.boolean(),
          }),
        )
        .max(10_000),
    },
    done,
  ),
};

export const topologyTopics = {
  links: topic({}, link),
  positions: topic({}, position),
};
