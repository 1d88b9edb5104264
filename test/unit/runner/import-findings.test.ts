import { describe, expect, it } from 'vitest';
import { importFindings } from '../../runner/import-findings.ts';

interface Issue {
  readonly name: string;
  readonly description: string;
}

const report = (issues: readonly Issue[], totalCruised = 3): string =>
  JSON.stringify({
    summary: {
      totalCruised,
      violations: [{ from: 'a.ts', to: 'b.ts', rule: { name: 'no-circles' } }],
      ruleSetUsed: { forbidden: [{ name: 'no-circles', comment: 'A circle cannot be understood.' }] },
      environment: { issues },
    },
  });

describe('importFindings', () => {
  it('says the reason of a broken rule', () => {
    expect(importFindings(report([])).problems).toEqual([
      'no-circles: a.ts → b.ts\n    A circle cannot be understood.',
    ]);
  });

  it('leaves out the one known notice and no other', () => {
    const known = { name: 'missing-tsc-transpiler', description: 'no TypeScript 7 yet' };
    const other = { name: 'missing-typescript-transpiler', description: 'none at all' };
    expect(importFindings(report([known])).problems).toHaveLength(1);
    expect(importFindings(report([known, other])).problems.slice(1)).toEqual([
      'missing-typescript-transpiler: none at all',
    ]);
  });

  it('does not take looking at nothing for success', () => {
    expect(() => importFindings(report([], 0))).toThrow('no module at all');
  });
});
