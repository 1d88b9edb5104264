import { z } from 'zod';

const named = z.object({ name: z.string(), comment: z.string().optional() });
const report = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: named })),
    ruleSetUsed: z.object({ forbidden: z.array(named) }),
    environment: z.object({ issues: z.array(z.object({ name: z.string(), description: z.string() })).optional() }),
  }),
});

/**
 * dependency-cruiser knows no TypeScript 7, which has no API yet, and says so on each run; it reads our sources with
 * swc instead, so nothing is missed. This one notice is left out, by name.
 */
const KNOWN_NOTICE = 'missing-tsc-transpiler';

export interface ImportFindings {
  readonly modules: number;
  /** Fit to print, each with its reason. */
  readonly problems: readonly string[];
}

/** Reads dependency-cruiser's JSON. Throws if its form has changed, or if it has looked at nothing. */
export const importFindings = (json: string): ImportFindings => {
  const { summary } = report.parse(JSON.parse(json));
  if (summary.totalCruised === 0) throw new Error('dependency-cruiser found no module at all');
  const reasons = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment ?? '']));
  const broken = summary.violations.map(
    ({ from, to, rule }) => `${rule.name}: ${from} → ${to}\n    ${reasons.get(rule.name) ?? ''}`,
  );
  const issues = (summary.environment.issues ?? []).filter(({ name }) => name !== KNOWN_NOTICE);
  return {
    modules: summary.totalCruised,
    problems: [...broken, ...issues.map(({ name, description }) => `${name}: ${description}`)],
  };
};
