import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { installLastResort, type FallibleProcess } from '../../../../electron/host/last-resort.ts';

function fallible(end?: () => void) {
  const events = new EventEmitter();
  const exits: number[] = [];
  const logged: string[] = [];
  const self: FallibleProcess = {
    on: (event, listener) => events.on(event, listener),
    exit: (exitCode) => void exits.push(exitCode),
  };
  installLastResort(self, { log: { error: (message) => void logged.push(message) }, end });
  return { events, exits, logged, self };
}

test('a promise that nobody waits for is logged, and the process goes on', () => {
  const { events, exits, logged } = fallible();
  events.emit('unhandledRejection', new Error('lost'));
  expect(logged).toEqual(['a fault of Trunkline: nobody waited for this']);
  expect(exits).toEqual([]);
});

test('an uncaught exception ends the process cleanly, and a second one at once', () => {
  vi.useFakeTimers();
  const end = vi.fn();
  const { events, exits, logged, self } = fallible(end);
  events.emit('uncaughtException', new Error('broken'));
  expect(end).toHaveBeenCalledOnce();
  expect([exits, self.exitCode]).toEqual([[], 1]);
  events.emit('uncaughtException', new Error('broken again'));
  expect(exits).toEqual([1]);
  expect(end).toHaveBeenCalledOnce();
  expect(logged).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(exits).toEqual([1, 1]);
  vi.useRealTimers();
});

test('without a clean end it exits at once', () => {
  const { events, exits } = fallible();
  events.emit('uncaughtException', 'not even an error');
  expect(exits).toEqual([1]);
});
