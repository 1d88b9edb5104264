/** The network as it was at a moment of the past, from the states and links that the file keeps as intervals. */
import { z } from 'zod';
import { call } from './define.ts';
import { epochMs, rowId, stateWord } from './common.ts';
import { incident } from './incidents.ts';
import { link } from './topology.ts';

/**
 * Whether this console watched the network then. `no-data`: it was not running, or asleep; nothing is known of that time and
 * every state is `unknown`. `unrecorded`: the file is older than this record; states are then as they were last written.
 */
export const momentCoverage = z.enum(['watched', 'no-data', 'unrecorded']);
export type MomentCoverage = z.infer<typeof momentCoverage>;

const stateThen = {
  id: rowId,
  state: stateWord,
  stateSinceMs: epochMs.nullable(),
  stateBecause: z.string().nullable(),
};

/** A device that was in the network then. What it is (name, site, model) is told as it is now. */
export const deviceThen = z.object(stateThen);
export type DeviceThen = z.infer<typeof deviceThen>;

/** A link that existed then. `goneAtMs`: when it ended; null if it still exists. */
export const linkThen = link.omit({ flapping: true, ageing: true }).extend({ goneAtMs: epochMs.nullable() });
export type LinkThen = z.infer<typeof linkThen>;

const number = z.number().nullable();

/** Of a port: mean of the five minutes (of the hour, where only that is kept) around the moment; null is unknown. */
export const useThen = z.object({
  id: rowId,
  deviceId: rowId,
  inBps: number,
  outBps: number,
  /** Percent of the port's present speed. */
  inUse: number,
  outUse: number,
});
export type UseThen = z.infer<typeof useThen>;

/** Means around the moment, as of `useThen`: milliseconds and percent; null is unknown. */
export const healthThen = z.object({
  id: rowId,
  rttAvg: number,
  loss: number,
  cpu: number,
  memory: number,
});
export type HealthThen = z.infer<typeof healthThen>;

export const moment = z.object({
  atMs: epochMs,
  coverage: momentCoverage,
  /** The stretch without data that the moment lies in; an end is null where it is open. Null when there is data. */
  gap: z.object({ fromMs: epochMs.nullable(), toMs: epochMs.nullable() }).nullable(),
  devices: z.array(deviceThen),
  links: z.array(linkThen),
  /** Open at that moment; as far as they are known today. */
  incidents: z.array(incident),
  /** Ports at the ends of these links. */
  use: z.array(useThen),
  health: z.array(healthThen),
});
export type Moment = z.infer<typeof moment>;

export const interfaceThen = z.object(stateThen);
export type InterfaceThen = z.infer<typeof interfaceThen>;

export const momentCalls = {
  /** Devices, links, open incidents and use of links at a moment. */
  'moment.read': call({ atMs: epochMs }, moment),
  /** The ports of one device at a moment, with their rates. Ports that it did not have then are left out. */
  'moment.read-ports': call(
    { atMs: epochMs, deviceId: rowId },
    z.object({ ports: z.array(interfaceThen), use: z.array(useThen) }),
  ),
};
