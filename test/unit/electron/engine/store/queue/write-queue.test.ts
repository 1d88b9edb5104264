import { expect, test } from 'vitest';
import { rowsOf } from '../../../../../../electron/engine/store/queue/pending-operations.ts';
import { WriteQueue } from '../../../../../../electron/engine/store/queue/write-queue.ts';
import type { Committed, Operation } from '../../../../../../electron/engine/store/threads/protocol.ts';
import { StoreFailure } from '../../../../../../electron/engine/store/threads/thread-link.ts';
import { interfaceSample, keptLog } from '../../../../../helpers/store.ts';

const committed: Committed = { ms: 1, fileBytes: 1, refused: [], tooOld: 0 };

/** A writer that records its batches, and fails as long as it is told to. */
const recorder = () => {
  const batches: (readonly Operation[])[] = [];
  const failures: Error[] = [];
  const log = keptLog();
  const state = { failure: null as Error | null };
  const queue = new WriteQueue({
    log,
    onFailure: (error) => failures.push(error),
    commit: (operations) => {
      if (state.failure !== null) return Promise.reject(state.failure);
      batches.push(operations);
      return Promise.resolve(committed);
    },
  });
  return { queue, batches, failures, log, state };
};

test('all that is queued in one turn is one batch', async () => {
  const { queue, batches } = recorder();
  for (let id = 0; id < 5000; id += 1) {
    queue.pending.addInterfaceSample(interfaceSample(id, 1000));
    queue.changed();
  }
  queue.pending.put('settings', ['a', '1']);
  queue.changed();
  await queue.flush();
  expect(batches).toHaveLength(1);
  expect(batches[0]?.map(rowsOf)).toEqual([5000, 1]);
  expect(queue.rows).toBe(0);
});

test('without a flush it is written by itself', async () => {
  const { queue, batches } = recorder();
  queue.pending.put('settings', ['a', '1']);
  queue.changed();
  await expect.poll(() => batches.length).toBe(1);
});

test('rows keep their order around a removal', async () => {
  const { queue, batches } = recorder();
  queue.pending.addInterfaceSample(interfaceSample(1, 1000));
  queue.pending.remove({ kind: 'remove-device', deviceId: 1 });
  queue.pending.addInterfaceSample(interfaceSample(1, 2000));
  queue.changed();
  await queue.flush();
  expect(batches[0]?.map((operation) => operation.kind)).toEqual(['samples', 'remove-device', 'samples']);
});

test('a full disk is told once, and the same batch is written when there is room', async () => {
  const { queue, batches, failures, state } = recorder();
  state.failure = new StoreFailure('database or disk is full', 'SQLITE_FULL');
  queue.pending.put('settings', ['a', '1']);
  queue.changed();
  const flushed = queue.flush();
  await expect.poll(() => failures.length).toBe(1);
  expect(failures[0]?.message).toMatch(/disk is full.*kept and tried again/);
  expect(queue.rows).toBe(1);
  state.failure = null;
  await flushed;
  expect(batches[0]).toEqual([{ kind: 'put', table: 'settings', rows: [['a', '1']] }]);
  expect(failures).toHaveLength(1);
});

test('closing on a full disk says what is lost', async () => {
  const { queue, state } = recorder();
  state.failure = new StoreFailure('database or disk is full', 'SQLITE_FULL');
  queue.pending.put('settings', ['a', '1']);
  queue.changed();
  await expect(queue.close()).rejects.toThrow(/^1 rows could not be written before closing\. The disk is full/);
});
