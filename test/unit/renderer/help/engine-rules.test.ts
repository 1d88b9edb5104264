/** The help says numbers of rules that live in the engine: here the engine's own functions are asked for them. */
import { expect, test } from 'vitest';
import { addState, NO_FLAPS } from '../../../../electron/engine/incidents/flap-score.ts';
import { isBlind } from '../../../../electron/engine/incidents/monitor-blind.ts';
import {
  NEVER_ASKED,
  noteIcmp,
  noteSnmp,
  reachabilityOf,
  type ReachMemory,
} from '../../../../electron/engine/incidents/reachability.ts';
import { rateOf } from '../../../../electron/engine/rates/counter-rate.ts';
import { MISSED_RUNS_UNTIL_GONE } from '../../../../electron/engine/topology/merge-evidence.ts';
import { engineRules as rules } from '../../../../renderer/help/engine-rules.ts';
import { severityEntries, stateEntries } from '../../../../renderer/help/help-entries.ts';
import { severityNames } from '../../../../renderer/ui/SeverityPips.tsx';
import { statesByUrgency } from '../../../../renderer/ui/state-marks.ts';
import { standardSettings } from '../../../../shared/contract/settings.ts';
import { INTERVAL_MS, rehearse } from '../../electron/engine/incidents/rehearsal.ts';
import { reading } from '../../electron/engine/rates/reading.ts';

test('a device is silent, and an agent a fault, after as many misses as the help says', () => {
  let echoes: ReachMemory = noteIcmp(NEVER_ASKED, true, 0);
  let polls: ReachMemory = noteSnmp(noteIcmp(NEVER_ASKED, true, 0), 'answers', 0);
  for (let miss = 1; miss <= rules.missesUntilSilent; miss += 1) {
    echoes = noteIcmp(echoes, false, miss * INTERVAL_MS);
    polls = noteSnmp(polls, 'silent', miss * INTERVAL_MS);
    const last = miss === rules.missesUntilSilent;
    expect(reachabilityOf(echoes, INTERVAL_MS, miss * INTERVAL_MS).kind).toBe(last ? 'silent' : 'suspect');
    expect(reachabilityOf(polls, INTERVAL_MS, miss * INTERVAL_MS).kind).toBe(last ? 'degraded' : 'answers');
  }
});

test('the console is blind from the share and number of devices that the help says', () => {
  const blind = (silent: number, answering: number, spreadMs = 0): boolean =>
    isBlind({
      silentSinceMs: Array.from({ length: silent }, (_, index) => index * spreadMs),
      anyConfirmed: true,
      answering,
      localLinkDown: false,
      icmpIntervalMs: 1000,
      wasBlind: false,
    });
  expect(blind(rules.blindPercent, 100 - rules.blindPercent)).toBe(true);
  expect(blind(rules.blindPercent - 1, 101 - rules.blindPercent)).toBe(false);
  expect(blind(rules.blindFewest, 0)).toBe(true);
  expect(blind(rules.blindFewest - 1, 0)).toBe(false);
  expect(blind(2, 0, rules.blindWithinS * 1000)).toBe(false);
  expect(blind(3, 0, (rules.blindWithinS * 1000) / 2)).toBe(true);
  expect(blind(3, 0, (rules.blindWithinS * 1000) / 2 + 1)).toBe(false);
});

test('flapping begins and ends at the scores that the help says', () => {
  let ring = NO_FLAPS;
  let step = 0;
  while (!ring.flapping) ring = addState(ring, (step += 1) % 2 === 0 ? 'up' : 'down').ring;
  expect(ring.percent).toBeGreaterThanOrEqual(rules.flapStartPercent);
  let before = ring;
  while (ring.flapping) [before, ring] = [ring, addState(ring, 'up').ring];
  expect(before.percent).toBeGreaterThan(rules.flapStopPercent);
  expect(ring.percent).toBeLessThanOrEqual(rules.flapStopPercent);
  for (let more = 0; more < 50; more += 1) ring = addState(ring, 'up').ring;
  expect(ring.states).toHaveLength(rules.flapPolls);
});

const MANY = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'];

test('a dependent stays unreachable for as many intervals after its root answers as the help says', () => {
  const net = rehearse(MANY, ['r1-r2', 'r2-r3', 'r1-r4', 'r1-r5', 'r1-r6', 'r1-r7', 'r1-r8'], ['r1']);
  net.rounds(2);
  net.rounds(3, ['r2', 'r3']);
  expect([net.state('r2'), net.state('r3')]).toEqual(['down', 'unreachable']);
  for (let round = 0; round < rules.waitIntervals; round += 1) {
    net.rounds(1, ['r3']);
    expect(net.state('r3')).toBe('unreachable');
  }
  net.rounds(1, ['r3']);
  expect(net.state('r3')).toBe('down');
});

test('a restart is told for as long as the help says', () => {
  const net = rehearse(MANY, []);
  net.rounds(1);
  net.device('r2', { restarted: { notedAtMs: net.nowMs, text: 'sysUpTime fell' } });
  net.rounds((rules.restartShownMin * 60_000) / INTERVAL_MS - 1);
  expect(net.story).toEqual(['open r2 restarted']);
  net.rounds(1);
  expect(net.story).toEqual(['open r2 restarted', 'close r2 restarted']);
});

test('a rate is suspect above the multiple of the speed that the help says', () => {
  const speedBps = 1_000_000_000;
  const qualityAt = (share: number): string => {
    const octets = BigInt(Math.round((share * speedBps * 60) / 8));
    const context = { intervalMs: 60_000, restarted: false, speedBps };
    return rateOf(reading(), reading({ monotonicMs: 60_000, inOctets: octets }), context).inBps.quality;
  };
  expect(qualityAt(rules.suspectTimesSpeed - 0.01)).toBe('good');
  expect(qualityAt(rules.suspectTimesSpeed + 0.01)).toBe('suspect');
});

test('a link is gone after as many runs as the help says', () => {
  expect(rules.missedRunsUntilGone).toBe(MISSED_RUNS_UNTIL_GONE);
});

test('no state and no severity is left unexplained, and all stand worst first', () => {
  expect(stateEntries(standardSettings).map(({ sign }) => sign)).toEqual(statesByUrgency);
  expect(severityEntries.map(({ sign }) => sign)).toEqual(Object.keys(severityNames));
});

test('the sentences hold the intervals of this network', () => {
  const words = (icmpIntervalS: number): string =>
    stateEntries({ ...standardSettings, icmpIntervalS }).find(({ sign }) => sign === 'down')?.when ?? '';
  expect(words(10)).toContain('each 10 s');
  expect(words(60)).toContain('each 1 min');
});
