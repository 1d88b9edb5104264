import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBlind } from '../../../../../electron/engine/incidents/monitor-blind.ts';
import {
  NEVER_ASKED,
  needsSnmpProbe,
  noteIcmp,
  noteSnmp,
  reachabilityOf,
} from '../../../../../electron/engine/incidents/reachability.ts';
import type { ReachMemory } from '../../../../../electron/engine/incidents/reachability.ts';

const T = 10_000;
type Note = readonly ['icmp', boolean, number] | readonly ['snmp', 'answers' | 'silent' | 'refused', number];
const after = (...notes: readonly Note[]): ReachMemory =>
  notes.reduce(
    (memory, note) => (note[0] === 'icmp' ? noteIcmp(memory, note[1], note[2]) : noteSnmp(memory, note[1], note[2])),
    NEVER_ASKED,
  );
const kind = (...notes: readonly Note[]) => reachabilityOf(after(...notes), T, notes.at(-1)?.[2] ?? 0).kind;

describe('whether a device answers', () => {
  test('is unknown before it was asked', () => expect(kind()).toBe('unknown'));
  test('the first miss makes it suspect, the second silent', () => {
    expect(kind(['icmp', true, 0], ['icmp', false, T])).toBe('suspect');
    expect(kind(['icmp', true, 0], ['icmp', false, T], ['icmp', false, 2 * T])).toBe('silent');
  });
  test('two misses at once are one miss', () => {
    expect(kind(['icmp', false, T], ['icmp', false, T + 100])).toBe('suspect');
  });
  test('silence counts from its first miss', () => {
    expect(reachabilityOf(after(['icmp', true, 0], ['icmp', false, T], ['icmp', false, 2 * T]), T, 3 * T).sinceMs).toBe(
      T,
    );
  });
  test('an agent that fell silent while ping answers degrades, after two misses', () => {
    expect(kind(['snmp', 'answers', 0], ['icmp', true, 1], ['snmp', 'silent', 2])).toBe('answers');
    expect(kind(['icmp', true, 1], ['snmp', 'silent', 2], ['snmp', 'silent', 3])).toBe('degraded');
    expect(kind(['icmp', true, 1], ['snmp', 'refused', 2])).toBe('degraded');
  });
  test('a device that never answers ping lives by its agent', () => {
    expect(kind(['snmp', 'answers', 0], ['icmp', false, T], ['icmp', false, 2 * T])).toBe('answers');
    expect(
      kind(['icmp', false, T], ['snmp', 'answers', 2 * T], ['icmp', false, 3 * T], ['snmp', 'silent', 4 * T]),
    ).toBe('silent');
  });
  test('an answer of the agent from before the echo fell silent proves nothing', () => {
    expect(kind(['icmp', true, 0], ['snmp', 'answers', 5], ['icmp', false, T], ['icmp', false, 2 * T])).toBe('silent');
  });
  test('the first missed echo asks for a probe of the agent, if there is one', () => {
    expect(needsSnmpProbe(after(['snmp', 'answers', 0], ['icmp', false, T]))).toBe(true);
    expect(needsSnmpProbe(after(['icmp', false, T]))).toBe(false);
    expect(needsSnmpProbe(after(['snmp', 'answers', 0], ['icmp', false, T], ['icmp', false, 2 * T]))).toBe(false);
  });
  test('property: an answered echo is never silent or suspect, and no device is silent after a single round', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (answers) => {
        const memory = after(...answers.map((answered, i) => ['icmp', answered, i * T] as const));
        const told = reachabilityOf(memory, T, answers.length * T).kind;
        if (answers.at(-1) === true) expect(told).toBe('answers');
        else expect(told).toBe(answers.length > 1 && answers.at(-2) === false ? 'silent' : 'suspect');
      }),
    );
  });
});

describe('a blind console', () => {
  const base = { anyConfirmed: true, localLinkDown: false, icmpIntervalMs: T, wasBlind: false };
  const times = (count: number, atMs: number) => Array.from({ length: count }, () => atMs);

  test('needs 80 % of at least three, within ten seconds', () => {
    expect(isBlind({ ...base, silentSinceMs: times(4, 0), answering: 1 })).toBe(true);
    expect(isBlind({ ...base, silentSinceMs: times(3, 0), answering: 1 })).toBe(false);
    expect(isBlind({ ...base, silentSinceMs: times(2, 0), answering: 0 })).toBe(false);
    expect(isBlind({ ...base, silentSinceMs: [0, 9_000, 20_000, 60_000], answering: 0 })).toBe(false);
  });

  test('leaves out those that were silent long before', () => {
    expect(isBlind({ ...base, silentSinceMs: [...times(10, 0), ...times(4, 900_000)], answering: 1 })).toBe(true);
  });

  test('does not begin with one lost round, and lasts until most answer again', () => {
    expect(isBlind({ ...base, anyConfirmed: false, silentSinceMs: times(9, 0), answering: 0 })).toBe(false);
    expect(isBlind({ ...base, wasBlind: true, silentSinceMs: [0, 50_000, 90_000, 120_000], answering: 1 })).toBe(true);
    expect(isBlind({ ...base, wasBlind: true, silentSinceMs: [0, 50_000, 90_000], answering: 1 })).toBe(false);
  });
});

test('an agent that was silent because its device was is not at fault when the device is back', () => {
  let memory = noteSnmp(noteIcmp(NEVER_ASKED, true, 0), 'answers', 0);
  for (const atMs of [10_000, 20_000, 30_000]) memory = noteSnmp(noteIcmp(memory, false, atMs), 'silent', atMs);
  memory = noteIcmp(memory, true, 40_000);
  expect(reachabilityOf(memory, 10_000, 40_000).kind).toBe('answers');
  memory = noteSnmp(noteSnmp(memory, 'silent', 41_000), 'silent', 42_000);
  expect(reachabilityOf(memory, 10_000, 42_000).kind).toBe('degraded');
});
