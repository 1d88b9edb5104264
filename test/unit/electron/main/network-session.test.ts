import { expect, test } from 'vitest';
import { NetworkSession } from '../../../../electron/main/network-session.ts';

function setUp(first: string | null = '/n/a.trunkline') {
  const said: string[] = [];
  const session = new NetworkSession(first, {
    restart: () => Promise.resolve(void said.push(`restart on ${session.current}`)),
    onOpened: (file) => void said.push(`opened ${file}`),
    onRefused: (message) => void said.push(`refused: ${message}`),
    onLost: (message) => void said.push(`lost: ${message}`),
  });
  return { session, said };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('another file means a new engine, and then the page begins anew', async () => {
  const { session, said } = setUp();
  session.engineReady();
  expect(said).toEqual([]);
  const opened = session.open('/n/b.trunkline');
  await turn();
  expect(said).toEqual(['restart on /n/b.trunkline']);
  session.engineReady();
  expect(await opened).toBe(true);
  expect(said).toEqual(['restart on /n/b.trunkline', 'opened /n/b.trunkline']);
  // An engine that died and came back is no reason to throw the page away.
  session.engineReady();
  expect(said).toHaveLength(2);
});

test('the file that is open already is left alone', async () => {
  const { session, said } = setUp();
  expect(await session.open('/n/a.trunkline')).toBe(true);
  expect(said).toEqual([]);
});

test('a file that cannot be opened is told, and the one before comes back', async () => {
  const { session, said } = setUp(null);
  const opened = session.open('/n/locked.trunkline');
  await turn();
  session.engineCannotStart('it is locked');
  expect(await opened).toBe(false);
  expect(session.current).toBeNull();
  expect(said).toEqual(['restart on /n/locked.trunkline', 'refused: it is locked', 'restart on null']);
});

test('when the one before cannot be opened either, all is lost, once', async () => {
  const { session, said } = setUp();
  void session.open('/n/b.trunkline');
  await turn();
  session.engineCannotStart('b is damaged');
  session.engineCannotStart('a is gone');
  expect(said.at(-1)).toBe('lost: a is gone');
});

test('two wishes are granted one after the other', async () => {
  const { session, said } = setUp();
  const both = Promise.all([session.open('/n/b.trunkline'), session.open('/n/c.trunkline')]);
  await turn();
  expect(said).toEqual(['restart on /n/b.trunkline']);
  session.engineReady();
  await turn();
  session.engineReady();
  expect(await both).toEqual([true, true]);
  expect(session.current).toBe('/n/c.trunkline');
});
