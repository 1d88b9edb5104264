// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { applyInFrame } from '../../../../renderer/engine/apply-in-frame.ts';

afterEach(() => vi.restoreAllMocks());

test('a hidden page applies at once what came, without a timer that the browser would slow to one a minute', async () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  const timer = vi.spyOn(window, 'setTimeout');
  const frame = vi.spyOn(window, 'requestAnimationFrame');
  const did: number[] = [];
  await Promise.all([applyInFrame(() => did.push(1)), applyInFrame(() => did.push(2))]);
  expect(did).toEqual([1, 2]);
  expect(timer).not.toHaveBeenCalled();
  expect(frame).not.toHaveBeenCalled();
});

test('a page in sight applies all that came in one frame; what fails is told to whoever sent it', async () => {
  const frame = vi
    .spyOn(window, 'requestAnimationFrame')
    .mockImplementation((run) => (queueMicrotask(() => run(0)), 1));
  const bad = applyInFrame(() => {
    throw new Error('no');
  });
  const good = applyInFrame(() => undefined);
  await expect(bad).rejects.toThrow('no');
  await good;
  expect(frame).toHaveBeenCalledTimes(1);
});
