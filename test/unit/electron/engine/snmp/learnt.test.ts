import { describe, expect, it } from 'vitest';
import { createAgentTuning } from '../../../../../electron/engine/snmp/agent-tuning.ts';
import { afterRestart, isOutdated } from '../../../../../electron/engine/snmp/learnt.ts';

const HOUR_MS = 3600_000;
const before = {
  atMs: 1_000 * HOUR_MS,
  software: '1.3.6.1.4.1.9.1.1208 IOS 15.2',
  uptimeMs: 50 * HOUR_MS,
  changes: '7 9',
};
/** The same agent so much later. */
const later = (ms: number) => ({ ...before, atMs: before.atMs + ms, uptimeMs: before.uptimeMs + ms });

describe('what was learnt of an agent', () => {
  it('holds for hours while nothing changes', () => {
    expect(isOutdated(before, later(20 * HOUR_MS))).toBe(false);
  });

  it('holds though the clocks drift apart a little', () => {
    const now = later(20 * HOUR_MS);
    expect(isOutdated(before, { ...now, uptimeMs: now.uptimeMs - 30_000 })).toBe(false);
  });

  it.each([
    ['a day later', later(24 * HOUR_MS)],
    ['with another software', { ...later(HOUR_MS), software: '1.3.6.1.4.1.9.1.1208 IOS 15.9' }],
    ['after a restart', { ...later(HOUR_MS), uptimeMs: HOUR_MS / 2 }],
    ['when its parts or interfaces have changed', { ...later(HOUR_MS), changes: '8 9' }],
    ['when our clock went back', later(-HOUR_MS)],
    ['when it does not tell its uptime any more', { ...later(HOUR_MS), uptimeMs: null }],
  ])('is asked for again %s', (_, now) => {
    expect(isOutdated(before, now)).toBe(true);
  });

  it('is asked for again once the device has been up for a while, if it was learnt while it started', () => {
    const starting = { ...before, uptimeMs: 60_000 };
    const up = (ms: number) => ({ ...starting, atMs: starting.atMs + ms, uptimeMs: starting.uptimeMs + ms });
    expect(isOutdated(starting, up(5 * 60_000))).toBe(false);
    expect(isOutdated(starting, up(20 * 60_000))).toBe(true);
  });

  it('is forgotten with the size of answers when it is out of date, and kept when not', () => {
    const tuning = createAgentTuning(null);
    tuning.seen(before);
    tuning.absent('1.3.6.1.2.1.99.1.1.1');
    tuning.present('1.3.6.1.2.1.2.2.1', 52);
    tuning.shrink(20, 'the agent said tooBig');
    const kept = createAgentTuning({ ...tuning.snapshot(), engineId: null });
    kept.seen(later(HOUR_MS));
    expect(kept.isAbsent('1.3.6.1.2.1.99.1.1.1')).toBe(true);
    expect(kept.rowsOf('1.3.6.1.2.1.2.2.1')).toBe(56);
    expect(kept.maxRepetitions).toBe(10);
    kept.seen(later(25 * HOUR_MS));
    expect(kept.isAbsent('1.3.6.1.2.1.99.1.1.1')).toBe(false);
    expect(kept.rowsOf('1.3.6.1.2.1.2.2.1')).toBe(null);
    expect(kept.snapshot()).toMatchObject({ maxRepetitions: 20, note: null, profile: undefined });
  });

  it('leaves, after a restart, only how the agent is talked to', () => {
    const tuning = {
      maxRepetitions: 5,
      smoothedRttMs: 3,
      absentTables: ['1.3'],
      engineId: '80',
      note: 'slow',
      profile: 'x',
    };
    expect(afterRestart(tuning)).toEqual({ ...tuning, absentTables: [], profile: undefined });
  });
});
