/** Boards of graphs: kept in the network file, checked at the door, followed by every page. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BoardGraph } from '../../../shared/contract/boards.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { startTestEngine, type TestEngine } from './test-engine.ts';

const graph = (id: string, change: Partial<Extract<BoardGraph, { about: 'interfaces' }>> = {}): BoardGraph => ({
  about: 'interfaces',
  id,
  title: null,
  columns: 1,
  height: 'normal',
  compare: 'none',
  percentile: 'both',
  ports: [{ deviceId: 1, interfaceId: 7, name: 'sw-1 Gi0/1' }],
  kind: 'traffic',
  ...change,
});

describe('boards', () => {
  let folder: TemporaryFolder;
  let file: string;
  let test1: TestEngine;
  beforeEach(async () => {
    folder = await temporaryFolder('boards');
    file = folder.file('net.trunkline');
    test1 = await startTestEngine({ file });
  });
  afterEach(async () => {
    await test1[Symbol.asyncDispose]();
    await folder.remove();
  });

  test('are followed, changed in part, and outlive the engine', async () => {
    const { client } = test1;
    const { boardId } = await client.call('board.add', { name: 'Uplinks', graphs: [graph('a')] });
    await client.call('board.change', { boardId, graphs: [graph('b', { height: 'tall' }), graph('a')] });
    await client.call('board.change', { boardId, name: 'Uplinks of Nürnberg' });
    await test1[Symbol.asyncDispose]();
    test1 = await startTestEngine({ file });
    expect(await test1.engine.topics.boards({}).snapshot()).toEqual([
      {
        id: boardId,
        name: 'Uplinks of Nürnberg',
        graphs: [graph('b', { height: 'tall' }), graph('a')],
      },
    ]);
  });

  test('a removed board is gone, is told as gone, and its number is never used again', async () => {
    const { client } = test1;
    const { boardId } = await client.call('board.add', { name: 'One' });
    await client.call('board.remove', { boardId });
    await expect(client.call('board.change', { boardId, name: 'Two' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(client.call('board.remove', { boardId })).rejects.toMatchObject({ code: 'not-found' });
    expect((await client.call('board.add', { name: 'Three' })).boardId).toBeGreaterThan(boardId);
  });

  test.each([
    ['a name of blanks', { name: '   ' }, 'name'],
    ['two graphs with one id', { name: 'x', graphs: [graph('a'), graph('a')] }, 'graphs'],
    ['a graph without interfaces', { name: 'x', graphs: [graph('a', { ports: [] })] }, 'graphs.0.ports'],
    ['a graph four columns wide', { name: 'x', graphs: [graph('a', { columns: 4 })] }, 'graphs.0.columns'],
    ['an id that is markup', { name: 'x', graphs: [graph('<b>')] }, 'graphs.0.id'],
  ])('%s is turned away, naming the place', async (_, args, path) => {
    await expect(test1.client.call('board.add', args)).rejects.toMatchObject({ code: 'bad-argument', path });
  });
});
