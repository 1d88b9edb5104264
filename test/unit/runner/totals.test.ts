import { describe, expect, it } from 'vitest';
import { playwrightTotals, sum, vitestTotals } from '../../runner/totals.ts';

const file = (status: string, ...tests: readonly string[]): object => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((test, index) => ({ fullName: `suite test ${index}`, status: test })),
});
const vitest = (...testResults: readonly object[]): string => JSON.stringify({ success: true, testResults });
const spec = (status: string): object => ({ title: `is ${status}`, tests: [{ status }] });

describe('vitestTotals', () => {
  it('counts what passed and failed, and names what did not run', () => {
    const json = vitest(file('passed', 'passed', 'skipped'), file('failed', 'failed', 'passed', 'todo', 'pending'));
    expect(vitestTotals(json)).toEqual({
      passed: 2,
      failed: 1,
      skipped: ['suite test 1', 'suite test 2', 'suite test 3'],
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    expect(vitestTotals(vitest(file('failed'), file('passed', 'passed')))).toMatchObject({ passed: 1, failed: 1 });
  });

  it('refuses a report of another form', () => {
    expect(() => vitestTotals('{}')).toThrow();
  });
});

describe('playwrightTotals', () => {
  it('goes into nested suites and counts a flaky test as failed', () => {
    const inner = { title: 'inner', specs: [spec('skipped'), spec('flaky')] };
    const suites = [{ title: 'map.spec.ts', specs: [spec('expected'), spec('unexpected')], suites: [inner] }];
    const json = JSON.stringify({ suites, errors: [] });
    expect(playwrightTotals(json)).toEqual({ passed: 1, failed: 2, skipped: ['map.spec.ts inner is skipped'] });
  });

  it('tells the projects apart in which a spec did not run', () => {
    const tests = ['browser', 'desktop-demo'].map((projectName) => ({ status: 'skipped', projectName }));
    const json = JSON.stringify({ suites: [{ title: 'a.spec.ts', specs: [{ title: 'is', tests }] }], errors: [] });
    expect(playwrightTotals(json).skipped).toEqual(['browser a.spec.ts is', 'desktop-demo a.spec.ts is']);
  });

  it('counts an error outside of any test', () => {
    const json = JSON.stringify({ suites: [], errors: [{ message: 'the web server did not start' }] });
    expect(playwrightTotals(json).failed).toBe(1);
  });
});

describe('sum', () => {
  it('adds all suites', () => {
    const one = { passed: 1, failed: 2, skipped: ['a'] };
    expect(sum([one, { passed: 10, failed: 0, skipped: ['b'] }])).toEqual({
      passed: 11,
      failed: 2,
      skipped: ['a', 'b'],
    });
  });
});
