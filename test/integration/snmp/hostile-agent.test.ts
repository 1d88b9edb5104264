import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { TableSpec } from '../../../electron/engine/snmp/tables/table-spec.ts';
import { ask } from '../../../electron/engine/snmp/transport/ask.ts';
import { acquireSocket, parseEndpoint } from '../../../electron/engine/snmp/transport/shared-sockets.ts';
import { TAG } from '../../../electron/engine/snmp/wire/ber.ts';
import { encodeOid } from '../../../electron/engine/snmp/wire/oid.ts';
import { encodeCommunityMessage } from '../../../electron/engine/snmp/wire/pdu.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';
import { honest, startFakeAgent } from './fake-agent.ts';
import { community, never, withSession } from './sessions.ts';

const ENTRY = '1.3.6.1.2.1.2.2.1';
const TABLE: TableSpec = { name: 'ifTable', entry: ENTRY, columns: { index: 1, type: 3 } };
const OTHER: TableSpec = { name: 'other', entry: '1.3.6.1.2.1.31.1.1.1', columns: { highSpeed: 15 } };
const SYS_UPTIME = '1.3.6.1.2.1.1.3.0';

const cells = (count: number): string[] => {
  const indexes = Array.from({ length: count }, (_, at) => at + 1);
  return [1, 3].flatMap((column) => indexes.map((index) => `${ENTRY}.${column}.${index}`));
};

describe('agents that misbehave', () => {
  it('ignores an answer from another port, and says whose it was', async () => {
    await using agent = await startFakeAgent((request) => ({ varbinds: [[request.oids[0] ?? '', 1]] }), 'other port');
    const outcome = await withSession(agent, community(), (session) => session.get([SYS_UPTIME], never));
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'silent', message: expect.stringContaining('came from 127.0.0.1 port') },
    });
  });

  it('ignores an answer with another request id, and takes the right one after it', async () => {
    await using agent = await startFakeAgent((request) => [
      { requestId: request.requestId ^ 1, varbinds: [[SYS_UPTIME, 666]] },
      { varbinds: [[SYS_UPTIME, 5]] },
    ]);
    const outcome = await withSession(agent, community(), (session) => session.get([SYS_UPTIME], never));
    expect(outcome).toEqual({ kind: 'ok', value: [{ oid: SYS_UPTIME, value: 5 }] });
  });

  it('takes the answer that comes after garbage and a truncated copy', async () => {
    const truncated = Buffer.from('302902010104067075626c6963a21c0204', 'hex');
    await using agent = await startFakeAgent(() => [
      Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
      truncated,
      { varbinds: [[SYS_UPTIME, 5]] },
    ]);
    const outcome = await withSession(agent, community(), (session) => session.get([SYS_UPTIME], never));
    expect(outcome).toMatchObject({ kind: 'ok', value: [{ value: 5 }] });
  });

  it('takes one of two equal answers, and late ones harm nothing', async () => {
    const answer = { varbinds: [[SYS_UPTIME, 5]] } as const;
    await using agent = await startFakeAgent((_, count) => (count === 1 ? null : [answer, answer, answer]));
    await withSession(agent, community(), async (session) => {
      for (const _ of [1, 2, 3])
        expect(await session.get([SYS_UPTIME], never)).toMatchObject({ kind: 'ok', value: [{ value: 5 }] });
      expect(session.stats).toMatchObject({ requests: 3, timeouts: 1 });
    });
  });

  it('ends a table whose OIDs do not grow, and keeps what came', async () => {
    await using agent = await startFakeAgent((request) => ({
      varbinds: request.oids.map((_, at) => [`${ENTRY}.${at === 0 ? 1 : 3}.9`, 7]),
    }));
    const outcome = await withSession(agent, community(), (session) => session.walk([TABLE], never));
    expect(outcome).toMatchObject({ kind: 'partial', problems: [{ message: expect.stringContaining('ifTable') }] });
    if (outcome.kind === 'partial')
      expect(outcome.value.get('ifTable')).toMatchObject({ state: 'partial', rows: [{ index: [9] }] });
  });

  it('cuts a table without end', async () => {
    let index = 0;
    await using agent = await startFakeAgent((request) => ({
      varbinds: Array.from({ length: request.maxRepetitions }, () => {
        index += 1;
        return [`${ENTRY}.1.${index}`, 7] as const;
      }),
    }));
    const spec = { ...TABLE, columns: { index: 1 }, maxRows: 500 };
    const outcome = await withSession(agent, community(), (session) => session.walk([spec], never));
    expect(outcome).toMatchObject({
      kind: 'partial',
      problems: [{ message: expect.stringContaining('more than 500 rows') }],
    });
    if (outcome.kind === 'partial') expect(outcome.value.get('ifTable')?.rows).toHaveLength(500);
  });

  it('asks for less when the agent says tooBig, and remembers it with the reason', async () => {
    const proper = honest(cells(40));
    await using agent = await startFakeAgent((request) =>
      request.maxRepetitions > 6 ? { errorStatus: 1, varbinds: [] } : proper(request),
    );
    await withSession(agent, community(), async (session) => {
      const outcome = await session.walk([TABLE], never);
      expect(outcome.kind).toBe('ok');
      if (outcome.kind === 'ok') expect(outcome.value.get('ifTable')?.rows).toHaveLength(40);
      expect(session.tuning()).toMatchObject({ maxRepetitions: 5, note: expect.stringContaining('tooBig') });
    });
  });

  it('asks for less when large answers never arrive', async () => {
    const proper = honest([...cells(30), '1.3.6.1.2.1.31.1.1.1.15.1']);
    await using agent = await startFakeAgent((request) => (request.maxRepetitions > 10 ? null : proper(request)));
    await withSession(agent, community(), async (session) => {
      const outcome = await session.walk([TABLE, OTHER], never);
      expect(outcome.kind).toBe('ok');
      if (outcome.kind === 'ok') expect(outcome.value.get('ifTable')?.rows).toHaveLength(30);
      expect(session.tuning()).toMatchObject({
        maxRepetitions: 10,
        note: expect.stringContaining('no answer in time'),
      });
    });
  });

  it('loses one bad table and not the others', async () => {
    const proper = honest([...cells(3), ...[1, 2, 3].map((index) => `1.3.6.1.2.1.31.1.1.1.15.${index}`)]);
    await using agent = await startFakeAgent((request) =>
      request.type === TAG.getBulk && request.oids.some((oid) => oid.startsWith(ENTRY)) ? null : proper(request),
    );
    const outcome = await withSession(agent, community(), (session) => session.walk([TABLE, OTHER], never));
    expect(outcome.kind).toBe('partial');
    if (outcome.kind !== 'partial') return;
    expect(outcome.value.get('other')).toMatchObject({ state: 'complete' });
    expect(outcome.value.get('other')?.rows).toHaveLength(3);
    expect(outcome.value.get('ifTable')).toMatchObject({ state: 'partial', rows: [] });
  }, 30_000);

  it('gives up a device that dies in the middle of a walk, with what it got', async () => {
    const proper = honest([...cells(60), '1.3.6.1.2.1.31.1.1.1.15.1']);
    await using agent = await startFakeAgent((request, count) => (count > 2 ? null : proper(request)));
    const outcome = await withSession(agent, community(), (session) => session.walk([TABLE, OTHER], never));
    expect(outcome).toMatchObject({ kind: 'partial', problems: [{ code: 'silent' }] });
    if (outcome.kind === 'partial') expect(outcome.value.get('ifTable')?.rows.length).toBeGreaterThan(0);
  }, 30_000);

  it('splits a GET that is too big', async () => {
    const oids = Array.from({ length: 20 }, (_, at) => `1.3.6.1.2.1.1.${at + 1}.0`);
    const proper = honest(oids);
    await using agent = await startFakeAgent((request) =>
      request.oids.length > 6 ? { errorStatus: 1, varbinds: [] } : proper(request),
    );
    const outcome = await withSession(agent, community(), (session) => session.get(oids, never));
    expect(outcome).toEqual({ kind: 'ok', value: oids.map((oid) => ({ oid, value: 7 })) });
  });

  it('goes on without the one object that makes the agent stumble', async () => {
    const oids = ['1.3.6.1.2.1.1.1.0', '1.3.6.1.2.1.1.2.0', '1.3.6.1.2.1.1.3.0'];
    const proper = honest(oids);
    await using agent = await startFakeAgent((request) => {
      const at = request.oids.indexOf('1.3.6.1.2.1.1.2.0');
      return at < 0
        ? proper(request)
        : { errorStatus: 5, errorIndex: at + 1, varbinds: request.oids.map((oid) => [oid, 0]) };
    });
    const outcome = await withSession(agent, community(), (session) => session.get(oids, never));
    expect(outcome).toMatchObject({ kind: 'partial', value: [{ value: 7 }, { value: null }, { value: 7 }] });
  });
});

describe('a bug of our own decoder', () => {
  it('fails the one who asked, and not the engine', async () => {
    await using agent = await startFakeAgent(() => ({ varbinds: [[SYS_UPTIME, 5]] }));
    const endpoint = parseEndpoint('127.0.0.1', agent.port);
    if (endpoint === null) throw new Error('127.0.0.1 is an address');
    const socket = acquireSocket(endpoint.family);
    const messageId = socket.reserveId();
    const oids = [encodeOid(SYS_UPTIME)];
    const request = { type: TAG.get, oids, nonRepeaters: 0, maxRepetitions: 0 };
    const bytes = encodeCommunityMessage('2c', Buffer.from('public'), request, messageId);
    const decode = (): never => {
      throw new RangeError('off by one');
    };
    const question = {
      socket,
      endpoint,
      clock: systemClock,
      messageId,
      bytes,
      timeoutMs: 5000,
      tries: 1,
      signal: never,
    };
    await expect(ask({ ...question, decode })).rejects.toThrow(/127\.0\.0\.1 port \d+ broke the decoder/);
    socket.release();
  });
});
