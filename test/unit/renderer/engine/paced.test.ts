import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../../renderer/engine/use-topic-every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first change is told at once, a burst once more, and the last one is never lost', () => {
  const tell = vi.fn();
  const pace = paced(tell, 1000);
  pace.changed();
  expect(tell).toHaveBeenCalledTimes(1);
  for (let burst = 0; burst < 10; burst += 1) pace.changed();
  expect(tell).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(tell).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(5000);
  expect(tell).toHaveBeenCalledTimes(2);
  pace.changed();
  expect(tell).toHaveBeenCalledTimes(3);
});

test('nothing is told after it was stopped', () => {
  const tell = vi.fn();
  const pace = paced(tell, 1000);
  pace.changed();
  pace.changed();
  pace.stop();
  vi.advanceTimersByTime(5000);
  expect(tell).toHaveBeenCalledTimes(1);
});
