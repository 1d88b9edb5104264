import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type ConnectOptions } from '../../shared/rpc/client.ts';
import type { ClientOf, TopicUpdate } from '../../shared/rpc/client-types.ts';
import type { ClientFrame, Transport } from '../../shared/rpc/frames.ts';
import { serve, type ServedPeer, type ServeOptions } from '../../shared/rpc/server.ts';
import { until } from '../helpers/until.ts';
import { realClock, sampleService, Things, type sampleContract, type Thing } from './sample-service.ts';
import { transportKinds, type Line } from './transports.ts';

type SampleClient = ClientOf<typeof sampleContract>;

interface Followed {
  readonly updates: TopicUpdate<Thing>[];
  readonly seen: Map<number, string>;
}

function follow(client: SampleClient, wait?: () => Promise<void>): Followed & { stop: () => void } {
  const updates: TopicUpdate<Thing>[] = [];
  const seen = new Map<number, string>();
  const stop = client.follow('things', {}, async (update) => {
    updates.push(update);
    if (update.kind === 'snapshot') seen.clear();
    for (const item of update.upsert) seen.set(item.id, item.value);
    for (const id of update.remove) seen.delete(Number(id));
    await wait?.();
  });
  return { updates, seen, stop };
}

describe.each(transportKinds)('over $name', (kind) => {
  let things: Things;
  let line: Line;
  let peers: ServedPeer[];
  let errors: string[];
  let clients: SampleClient[];
  let serveMore: Partial<ServeOptions>;

  beforeEach(async () => {
    things = new Things();
    peers = [];
    errors = [];
    clients = [];
    serveMore = {};
    const log = {
      warn: (message: string) => void errors.push(message),
      error: (message: string, fields: object = {}) => void errors.push(`${message} ${JSON.stringify(fields)}`),
    };
    line = await kind.line((transport) => {
      const limits = { frameEveryMs: 20, firstFrameMs: 5 };
      const options = { ...sampleService(things), clock: realClock, version: '1.2.3', log, limits, ...serveMore };
      peers.push(serve(transport, options));
    });
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await line.close();
  });

  function client(more: Partial<ConnectOptions> = {}, open: () => Promise<Transport<ClientFrame>> = () => line.open()) {
    const made = connect<typeof sampleContract>(open, {
      clock: realClock,
      retryMs: { first: 5, longest: 50 },
      ...more,
    });
    clients.push(made);
    return made;
  }

  test('a call made before the connection stands is answered, defaults filled in', async () => {
    const answer = client().call('text.repeat', { text: 'ab' });
    await expect(answer).resolves.toBe('abab');
  });

  test('wrong arguments never reach a handler: the answer says where they are wrong', async () => {
    const call = client().call('list.check', { items: [{ port: 1 }, { port: 70_000 }] });
    await expect(call).rejects.toMatchObject({ code: 'bad-argument', path: 'items.1.port' });
  });

  test.each(['no.such', 'constructor', '__proto__'])('a call of unknown name "%s" is not found', async (name) => {
    const untyped: { call(name: string, args: unknown): Promise<unknown> } = client();
    await expect(untyped.call(name, {})).rejects.toMatchObject({ code: 'not-found' });
  });

  test("a handler's own code and hint cross; an unexpected error says nothing of itself", async () => {
    const page = client();
    const coded = page.call('trouble.coded', {});
    await expect(coded).rejects.toMatchObject({ code: 'conflict', hint: 'remove it first' });
    const failed = await page.call('trouble.unknown', {}).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'internal' });
    expect(String(failed)).not.toContain('swordfish');
    expect(errors.join('\n')).toContain('swordfish');
  });

  test('a reply that is not what the contract says is found when replies are checked', async () => {
    serveMore = { checkReplies: true };
    await expect(client().call('trouble.drift', {})).rejects.toMatchObject({ code: 'internal' });
    expect(errors.join('\n')).toContain('count');
  });

  test('a cancelled call is rejected at once', async () => {
    const page = client();
    const cancel = new AbortController();
    const call = page.call('never.answer', {}, { signal: cancel.signal });
    const outcome = expect(call).rejects.toMatchObject({ code: 'cancelled' });
    cancel.abort();
    await outcome;
    await expect(page.call('text.repeat', { text: 'x' })).resolves.toBe('xx');
  });

  test('a topic gives a snapshot, then what changes and what goes', async () => {
    things.set(1, 'one');
    things.set(2, 'two');
    const { updates, seen } = follow(client());
    await until(() => seen.size === 2);
    expect(updates[0]).toMatchObject({ kind: 'snapshot' });
    things.set(3, 'three');
    things.remove(1);
    await until(() => seen.has(3) && !seen.has(1));
    expect(updates.slice(1).every((update) => update.kind === 'change')).toBe(true);
  });

  test('many changes of one key come as few frames, the last value last', async () => {
    const { updates, seen } = follow(client());
    await until(() => updates.length === 1);
    for (let step = 1; step <= 1000; step += 1) things.set(1, String(step));
    await until(() => seen.get(1) === '1000');
    expect(updates).toHaveLength(2);
    expect(updates[1]?.upsert).toEqual([{ id: 1, value: '1000' }]);
  });

  test('an unknown topic, wrong arguments and a failing source are told to the follower', async () => {
    const codes: string[] = [];
    const page = client();
    const untyped: { follow(topic: string, args: unknown, on: () => void, error: (e: Error) => void): () => void } =
      page;
    const tell = (error: Error) => void codes.push('code' in error ? String(error.code) : 'none');
    untyped.follow('no.such', {}, () => undefined, tell);
    untyped.follow('things', { from: 'x' }, () => undefined, tell);
    untyped.follow('broken', {}, () => undefined, tell);
    await until(() => codes.length === 3);
    expect(codes.sort()).toEqual(['bad-argument', 'internal', 'not-found']);
    expect(peers[0]?.subscriptions).toBe(0);
  });

  test('after a cut: calls under way fail, topics go on by themselves, later calls work', async () => {
    const statuses: string[] = [];
    const page = client({ onStatus: (status) => void statuses.push(status.state) });
    const { seen, updates } = follow(page);
    await until(() => updates.length === 1);
    const broken = expect(page.call('never.answer', {})).rejects.toMatchObject({ code: 'unavailable' });
    await page.call('text.repeat', { text: 'x' });
    line.cut();
    await broken;
    things.set(7, 'seven');
    await until(() => seen.get(7) === 'seven');
    await expect(page.call('text.repeat', { text: 'y' })).resolves.toBe('yy');
    expect(statuses).toEqual(['connecting', 'open', 'lost', 'connecting', 'open']);
    expect(things.listeners.size).toBe(1);
  });

  test('a wrong token is refused for good, and nothing is answered', async () => {
    serveMore = { token: 'right-token' };
    const page = client({ token: 'wrong-token' });
    await expect(page.call('text.repeat', { text: 'x' })).rejects.toMatchObject({ code: 'unauthorised' });
    expect(page.status).toMatchObject({ state: 'refused', error: { code: 'unauthorised' } });
    await expect(page.call('text.repeat', { text: 'x' })).rejects.toMatchObject({ code: 'unauthorised' });
    const good = client({ token: 'right-token' });
    await expect(good.call('text.repeat', { text: 'x' })).resolves.toBe('xx');
    expect(peers).toHaveLength(2);
  });

  test.each([
    ['a call before the hello', { type: 'call', id: 1, name: 'text.repeat', args: { text: 'x' } }],
    ['what is not a frame', { type: 'surprise' }],
  ])('%s is turned away and the line closed', async (_what, frame) => {
    const transport = await line.open();
    const received: unknown[] = [];
    let closed = false;
    transport.onFrame((answer) => void received.push(answer));
    transport.onClose(() => {
      closed = true;
    });
    transport.send(frame as ClientFrame);
    await until(() => closed);
    expect(received).toMatchObject([{ type: 'refused' }]);
  });

  test('who does not say hello in time is turned away', async () => {
    serveMore = { helloWithinMs: 10 };
    const transport = await line.open();
    let closed = false;
    transport.onFrame(() => undefined);
    transport.onClose(() => {
      closed = true;
    });
    await until(() => closed);
  });

  test('a hole in the numbers brings a new snapshot', async () => {
    let dropped = 0;
    const open = async () => {
      const transport = await line.open();
      return {
        ...transport,
        onFrame: (listener: (frame: unknown) => void) =>
          transport.onFrame((frame) => {
            const drop = dropped === 0 && JSON.stringify(frame).includes('"change"');
            if (drop) dropped += 1;
            else listener(frame);
          }),
      };
    };
    const { updates, seen } = follow(client({}, open));
    await until(() => updates.length === 1);
    things.set(1, 'lost');
    await until(() => dropped === 1);
    things.set(2, 'after');
    await until(() => seen.get(1) === 'lost' && seen.get(2) === 'after');
    expect(updates.map((update) => update.kind)).toEqual(['snapshot', 'snapshot']);
    expect(things.listeners.size).toBe(1);
  });

  test('a page that does not apply what it gets is sent no more than eight frames, then a fresh snapshot', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const page = client();
    const { updates, seen } = follow(page, () => gate);
    await until(() => updates.length === 1);
    let step = 0;
    // Far more frames' time than eight: each round is one frame's worth of changes, told apart by a call between.
    await until(async () => {
      step += 1;
      things.set(1, String(step));
      await page.call('text.repeat', { text: 'x' });
      return step > 30;
    });
    expect(updates.length).toBeLessThanOrEqual(8);
    release();
    await until(() => seen.get(1) === String(step));
    expect(updates.at(-1)?.kind).toBe('snapshot');
    things.set(1, 'live again');
    await until(() => seen.get(1) === 'live again');
    expect(updates.at(-1)?.kind).toBe('change');
  });

  test('who stops following, or goes, leaves nothing behind in the engine', async () => {
    const page = client();
    const { updates, stop } = follow(page);
    await until(() => updates.length === 1);
    stop();
    await until(() => things.listeners.size === 0);
    const again = follow(page);
    await until(() => again.updates.length === 1);
    page.close();
    await until(() => things.listeners.size === 0);
    expect(peers[0]?.subscriptions).toBe(0);
  });
});
