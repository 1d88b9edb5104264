/**
 * What is known of whether a device answers, by ICMP and by SNMP apart. Pure memory: one note per answer or miss.
 *
 * - The first missed round makes a device *suspect*, not down; the second, at least half an interval later, is *silent*.
 *   Whether silent means down or unreachable is not decided here but by the graph (root-cause.ts).
 * - ICMP that answers while the agent is silent twice is *degraded*: the agent is the fault, not the device.
 * - A device that never answers ping but answers SNMP is up, and so is one that stopped answering ping but answered SNMP
 *   since. So ask it by SNMP at once when `needsSnmpProbe` says so, or a new ping filter looks like an outage.
 */
import type { z } from 'zod';
import type { reachWord } from '../../../shared/contract/devices.ts';

export type ReachWord = z.infer<typeof reachWord>;

export interface Channel {
  readonly word: ReachWord;
  /** Since when the word holds: the first missed or the first answered probe. Null before the first note. */
  readonly sinceMs: number | null;
  readonly misses: number;
  readonly lastAnswerAtMs: number | null;
  readonly lastAskedAtMs: number | null;
}

export interface ReachMemory {
  readonly icmp: Channel;
  readonly snmp: Channel;
}

const NEVER: Channel = { word: 'unknown', sinceMs: null, misses: 0, lastAnswerAtMs: null, lastAskedAtMs: null };
export const NEVER_ASKED: ReachMemory = { icmp: NEVER, snmp: NEVER };

export const noteIcmp = (memory: ReachMemory, answered: boolean, atMs: number): ReachMemory => ({
  snmp: answered && memory.icmp.word === 'silent' ? forgiven(memory.snmp) : memory.snmp,
  icmp: noted(memory.icmp, answered ? 'answers' : 'silent', atMs),
});

/** What an agent missed while its whole device was silent is not its fault: it is asked afresh when the device is back. */
const forgiven = (snmp: Channel): Channel => (snmp.word === 'silent' ? { ...snmp, misses: 0 } : snmp);

export const noteSnmp = (memory: ReachMemory, word: 'answers' | 'silent' | 'refused', atMs: number): ReachMemory => ({
  ...memory,
  snmp: noted(memory.snmp, word, atMs),
});

function noted(before: Channel, word: ReachWord, atMs: number): Channel {
  return {
    word,
    sinceMs: before.word === word ? (before.sinceMs ?? atMs) : atMs,
    misses: word === 'silent' ? before.misses + 1 : 0,
    lastAnswerAtMs: word === 'silent' ? before.lastAnswerAtMs : atMs,
    lastAskedAtMs: atMs,
  };
}

/** True right after the first missed echo of a device whose agent is used: ask it now, its answer prevents a false alarm. */
export const needsSnmpProbe = (memory: ReachMemory): boolean =>
  memory.icmp.misses === 1 && (memory.snmp.word === 'answers' || memory.snmp.word === 'refused');

export interface Reachability {
  readonly kind: 'answers' | 'degraded' | 'suspect' | 'silent' | 'unknown';
  /** When this began: the first missed or the first answered probe. */
  readonly sinceMs: number | null;
  readonly because: string | null;
}

const UNKNOWN: Reachability = { kind: 'unknown', sinceMs: null, because: null };
const MISSES_UNTIL_SILENT = 2;

export function reachabilityOf(memory: ReachMemory, icmpIntervalMs: number, nowMs: number): Reachability {
  const { icmp, snmp } = memory;
  if (icmp.word === 'answers') return withAgent(icmp, snmp);
  if (speaksByAgentOnly(icmp, snmp)) {
    const because = icmp.word === 'silent' ? 'it does not answer ping, but its agent answers' : null;
    return { kind: 'answers', sinceMs: snmp.sinceMs, because };
  }
  if (icmp.word === 'unknown' && snmp.word === 'unknown') return UNKNOWN;
  return missing(icmp.word === 'silent' ? icmp : snmp, icmpIntervalMs, nowMs);
}

/** The device answers ping, and its agent does not answer or refuses us. A device may be degraded by a part of it as well. */
export const isAgentFault = ({ icmp, snmp }: ReachMemory): boolean =>
  icmp.word === 'answers' && (snmp.word === 'refused' || snmp.misses >= MISSES_UNTIL_SILENT);

function withAgent(icmp: Channel, snmp: Channel): Reachability {
  if (snmp.word === 'refused') {
    return { kind: 'degraded', sinceMs: snmp.sinceMs, because: 'its SNMP agent refuses the credential' };
  }
  if (snmp.misses >= MISSES_UNTIL_SILENT) {
    return { kind: 'degraded', sinceMs: snmp.sinceMs, because: 'it answers ping, but its SNMP agent is silent' };
  }
  return { kind: 'answers', sinceMs: icmp.sinceMs, because: null };
}

/** The agent answered after the echo fell silent, or the device has never answered ping at all. */
function speaksByAgentOnly(icmp: Channel, snmp: Channel): boolean {
  if (snmp.lastAnswerAtMs === null || snmp.word === 'silent') return false;
  return icmp.lastAnswerAtMs === null || icmp.sinceMs === null || snmp.lastAnswerAtMs >= icmp.sinceMs;
}

function missing(channel: Channel, icmpIntervalMs: number, nowMs: number): Reachability {
  const sinceMs = channel.sinceMs ?? nowMs;
  const lastAskedAtMs = channel.lastAskedAtMs ?? sinceMs;
  const confirmed = channel.misses >= MISSES_UNTIL_SILENT && lastAskedAtMs - sinceMs >= icmpIntervalMs / 2;
  const kind = confirmed ? 'silent' : 'suspect';
  return { kind, sinceMs, because: `no answer to ${channel.misses === 1 ? 'one probe' : `${channel.misses} probes`}` };
}

/** When it last answered by any way; null for never. */
export const lastAnswerOf = ({ icmp, snmp }: ReachMemory): number | null =>
  latest(icmp.lastAnswerAtMs, snmp.lastAnswerAtMs);
/** When it was last asked by any way; null for never. */
export const lastAskedOf = ({ icmp, snmp }: ReachMemory): number | null =>
  latest(icmp.lastAskedAtMs, snmp.lastAskedAtMs);

const latest = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);
