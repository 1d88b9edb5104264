import { expect, test } from 'vitest';
import { afterPageCrash } from '../../../../electron/main/page-crash.ts';

test('a page that dies is loaded again, later the second time, and at the third death in a minute it says so', () => {
  const first = afterPageCrash([], 'crashed', 1_000);
  expect(first).toMatchObject({ do: 'reload', afterMs: 0 });
  const second = afterPageCrash(first.deathsAtMs, 'oom', 2_000);
  expect(second).toMatchObject({ do: 'reload', afterMs: 1_000 });
  const third = afterPageCrash(second.deathsAtMs, 'crashed', 30_000);
  expect(third).toMatchObject({ do: 'say-so' });
});

test('a minute without a death is forgiven, and a window that closes has not died', () => {
  expect(afterPageCrash([0, 1_000], 'crashed', 61_500)).toMatchObject({ do: 'reload', afterMs: 0 });
  expect(afterPageCrash([0], 'clean-exit', 10)).toEqual({ do: 'nothing', deathsAtMs: [0] });
});
