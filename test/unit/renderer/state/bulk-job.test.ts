import { afterEach, expect, test } from 'vitest';
import {
  cancelBulk,
  dismissBulk,
  startBulk,
  undoBulk,
  useBulkJob,
  type BulkItem,
} from '../../../../renderer/state/bulk-job.ts';
import { CallError } from '../../../../shared/contract/errors.ts';

afterEach(() => dismissBulk());

const job = () => {
  const found = useBulkJob.getState().job;
  if (found === null) throw new Error('no job');
  return found;
};

const items = (count: number, run: (at: number) => ReturnType<BulkItem['run']>): readonly BulkItem[] =>
  Array.from({ length: count }, (_, at) => ({ name: `d${at}`, run: () => run(at) }));

test('what fails is named with its reason, and the rest is done', async () => {
  const refuse = new CallError('not-found', 'It is gone.', { hint: 'Look elsewhere.' });
  await startBulk({
    doing: 'Doing',
    done: 'done',
    items: items(20, (at) => (at % 7 === 3 ? Promise.reject(refuse) : Promise.resolve(null))),
  });
  expect(job()).toMatchObject({ state: 'ended', total: 20, succeeded: 17 });
  expect(
    job()
      .failures.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['d10', 'd17', 'd3']);
  expect(job().failures[0]?.message).toBe('It is gone. Look elsewhere.');
});

test('cancelling finishes what was begun and leaves the rest', async () => {
  const begun: (() => void)[] = [];
  const running = startBulk({
    doing: 'Doing',
    done: 'done',
    items: items(100, () => new Promise((resolve) => begun.push(() => resolve(null)))),
  });
  await Promise.resolve();
  expect(begun.length).toBeGreaterThan(0);
  expect(begun.length).toBeLessThan(100);
  cancelBulk();
  for (const finish of begun) finish();
  await running;
  expect(job()).toMatchObject({ state: 'cancelled', total: 100, succeeded: begun.length, failures: [] });
});

test('undo takes back what was done, and only that', async () => {
  const values = new Map(['d0', 'd1', 'd2'].map((name) => [name, 'before']));
  await startBulk({
    doing: 'Doing',
    done: 'done',
    items: [...values.keys()].map((name): BulkItem => ({
      name,
      run: () => {
        if (name === 'd1') return Promise.reject(new Error('no'));
        values.set(name, 'after');
        return Promise.resolve(() => {
          values.set(name, 'before');
          return Promise.resolve();
        });
      },
    })),
  });
  expect([...values.values()]).toEqual(['after', 'before', 'after']);
  await undoBulk();
  expect([...values.values()]).toEqual(['before', 'before', 'before']);
  expect(job()).toMatchObject({ state: 'ended', total: 2, succeeded: 2, undos: [] });
});

test('a second one does not start while one is under way', async () => {
  let finish = (): void => undefined;
  const running = startBulk({
    doing: 'First',
    done: 'done',
    items: [{ name: 'a', run: () => new Promise((resolve) => (finish = () => resolve(null))) }],
  });
  await startBulk({ doing: 'Second', done: 'done', items: [] });
  expect(job().doing).toBe('First');
  finish();
  await running;
  expect(job().state).toBe('ended');
});
