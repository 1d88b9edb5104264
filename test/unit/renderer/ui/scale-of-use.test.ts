import { expect, test } from 'vitest';
import { tokenOfUse } from '../../../../renderer/ui/scale-of-use.ts';

test.each([
  [null, '--use-idle'],
  [0, '--use-idle'],
  [0.99, '--use-idle'],
  [1, '--use-1'],
  [24.9, '--use-10'],
  [25, '--use-25'],
  [84.9, '--use-70'],
  [85, '--use-85'],
  [130, '--use-85'],
])('%s %% has the colour %s', (percent, token) => {
  expect(tokenOfUse(percent)).toBe(token);
});
