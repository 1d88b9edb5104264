import { expect, test } from 'vitest';
import type { DiscoveryRun, DiscoveryTarget } from '../../../../shared/contract/discovery.ts';
import { progressPercent, sortTargets } from '../../../../renderer/first-run/discovery-rows.ts';

const target = (id: string, change: Partial<DiscoveryTarget> = {}): DiscoveryTarget => ({
  id,
  step: 'done',
  name: null,
  deviceId: null,
  text: '',
  problem: null,
  heardFrom: null,
  startedAtMs: 1,
  durationMs: 1,
  ...change,
});

const run = (change: Partial<DiscoveryRun>): DiscoveryRun => ({
  id: 'run',
  state: 'running',
  startedAtMs: 0,
  endedAtMs: null,
  found: 0,
  waiting: 0,
  failed: 0,
  links: 0,
  confirmedLinks: 0,
  text: '',
  ...change,
});

test('what needs a person is told apart, also when it was read in part, and can be skipped', () => {
  const targets = [
    target('10.0.0.1'),
    target('10.0.0.2', { step: 'failed', problem: 'silent' }),
    target('10.0.0.3', { problem: 'refused-by-agent' }),
    target('10.0.0.4', { step: 'interfaces', durationMs: null }),
    target('10.0.0.5', { step: 'waiting', startedAtMs: null }),
    target('10.0.0.6', { step: 'same-device' }),
  ];
  const rows = sortTargets(targets, new Set(['10.0.0.2']));
  expect(rows.problems.map((row) => row.id)).toEqual(['10.0.0.3']);
  expect(rows.busy.map((row) => row.id)).toEqual(['10.0.0.4']);
  expect(rows.done.map((row) => row.id)).toEqual(['10.0.0.1']);
  expect(rows.waiting.map((row) => row.id)).toEqual(['10.0.0.5']);
});

test('progress is unknown before anything is known, and whole at the end', () => {
  expect(progressPercent(run({}))).toBeNull();
  expect(progressPercent(run({ found: 2, failed: 1, waiting: 1 }))).toBe(75);
  expect(progressPercent(run({ state: 'finished', found: 2 }))).toBe(100);
});
