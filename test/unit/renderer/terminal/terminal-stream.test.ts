import { describe, expect, it } from 'vitest';
import { streamTerminal, type Ask } from '../../../../renderer/terminal/terminal-stream.ts';
import { CallError } from '../../../../shared/contract/errors.ts';
import { until } from '../../../helpers/until.ts';

interface Read {
  readonly from: number | null;
  readonly answer: (text: string, end?: { code: 'exited'; message: string }) => void;
  readonly fail: (error: CallError) => void;
}

/** An engine that answers when the test says so. */
function engine() {
  const reads: Read[] = [];
  const written: string[] = [];
  let away = false;
  const ask = ((name: string, args: { from: number | null; text: string }) => {
    if (name === 'terminal.write') {
      if (away) return Promise.reject(new CallError('unavailable', 'away'));
      written.push(args.text);
      return Promise.resolve({});
    }
    return new Promise((resolve, reject) => {
      const answer: Read['answer'] = (text, end) =>
        resolve({ from: args.from ?? 0, bytes: btoa(text), skipped: 0, end: end ?? null });
      reads.push({ from: args.from, answer, fail: reject });
    });
  }) as unknown as Ask;
  return { ask, reads, written, goAway: () => (away = true) };
}

function open(from: number | null = 0) {
  const test = engine();
  const seen = { text: '', notices: [] as string[], ends: [] as string[] };
  const stream = streamTerminal(
    {
      terminalId: 'x',
      ask: test.ask,
      onBytes: (bytes) => Promise.resolve(void (seen.text += new TextDecoder().decode(bytes))),
      onNotice: (text) => seen.notices.push(text),
      onEnd: ({ code, message }) => seen.ends.push(`${code}: ${message}`),
      pause: () => Promise.resolve(),
    },
    from,
  );
  const read = (index: number): Promise<Read> => until(() => test.reads[index]);
  return { ...test, seen, stream, read };
}

describe('a terminal’s stream', () => {
  it('asks for what follows only when the last bytes are shown', async () => {
    const { read, seen } = open();
    (await read(0)).answer('hello');
    expect((await read(1)).from).toBe(5);
    expect(seen.text).toBe('hello');
  });

  it('goes on at the same place when the connection comes back', async () => {
    const { read, seen } = open();
    (await read(0)).answer('abc');
    (await read(1)).fail(new CallError('unavailable', 'away'));
    expect((await read(2)).from).toBe(3);
    expect(seen.ends).toEqual([]);
  });

  it('says plainly that it ended while the window was away', async () => {
    const { read, seen } = open(null);
    (await read(0)).fail(new CallError('not-found', 'gone'));
    await until(() => seen.ends.length > 0);
    expect(seen.ends[0]).toMatch(/^unknown: It ended while this window was away/);
  });

  it('shows the last words before the end', async () => {
    const { read, seen } = open();
    (await read(0)).answer('bye', { code: 'exited', message: 'over' });
    await until(() => seen.ends.length > 0);
    expect(seen).toMatchObject({ text: 'bye', ends: ['exited: over'] });
  });

  it('sends keys in their order, those typed meanwhile in one piece', async () => {
    const { stream, written } = open();
    for (const key of 'show') stream.type(key);
    await until(() => written.join('') === 'show');
    expect(written[0]).toBe('s');
    expect(written).toHaveLength(2);
  });

  it('says when keys may not have arrived, and does not send them later', async () => {
    const { stream, written, seen, goAway } = open();
    goAway();
    stream.type('reload\r');
    await until(() => seen.notices.length > 0);
    expect(seen.notices).toEqual(['The connection to the engine broke: your last keys may not have arrived']);
    expect(written).toEqual([]);
  });
});
