import { expect, test } from 'vitest';
import { specsUsing } from '../../e2e/support/specs-using.ts';

test('specs of the demo and of a file of their own run in the desktop app too; those of the browser host do not', () => {
  expect(specsUsing('demo')).toEqual(expect.arrayContaining(['specs/demo.spec.ts', 'specs/keyboard.spec.ts']));
  expect(specsUsing('serve')).toEqual(expect.arrayContaining(['specs/settings.spec.ts', 'specs/first-run.spec.ts']));
  const all = [...specsUsing('demo'), ...specsUsing('serve')];
  expect(new Set(all).size).toBe(all.length);
  for (const spec of ['specs/reconnect.spec.ts', 'specs/health.spec.ts']) expect(all).not.toContain(spec);
});
