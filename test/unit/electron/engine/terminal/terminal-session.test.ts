import { describe, expect, it } from 'vitest';
import type { ChannelEnd, TerminalChannel } from '../../../../../electron/engine/ssh/terminal-channel.ts';
import { PAUSE_BYTES } from '../../../../../electron/engine/terminal/output-window.ts';
import { TerminalSession } from '../../../../../electron/engine/terminal/terminal-session.ts';
import { fakeClock } from '../../../../helpers/fake-clock.ts';

function open() {
  const clock = fakeClock();
  const calls: string[] = [];
  let data: (chunk: Uint8Array) => void = () => undefined;
  let end: (told: ChannelEnd) => void = () => undefined;
  const channel: TerminalChannel = {
    onData: (listener) => void (data = listener),
    onEnd: (listener) => void (end = listener),
    write: (text) => Promise.resolve(void calls.push(`write ${text}`)),
    resize: ({ columns, rows }) => void calls.push(`resize ${columns}x${rows}`),
    pause: () => void calls.push('pause'),
    resume: () => void calls.push('resume'),
    close: () => void calls.push('close'),
  };
  const session = new TerminalSession({
    clock,
    deviceId: 1,
    name: 'core-1',
    channel,
    disconnect: () => void calls.push('disconnect'),
    onEnd: (told) => void calls.push(`end ${told.code}`),
    onForgotten: () => void calls.push('forgotten'),
  });
  const says = (text: string): void => data(new TextEncoder().encode(text));
  return { clock, calls, session, says, ends: (told: ChannelEnd) => end(told) };
}

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes);

describe('a terminal', () => {
  it('answers a read as soon as the device writes, and with nothing after 20 s of silence', async () => {
    const { clock, session, says } = open();
    const first = session.read(0);
    says('login: ');
    expect(textOf(await first)).toBe('login: ');
    const second = session.read(7);
    await clock.advance(20_000);
    expect(await second).toMatchObject({ from: 7, end: null });
  });

  it('ends a minute after the last page has gone, and not while one waits', async () => {
    const { clock, calls, session } = open();
    for (let round = 0; round < 6; round += 1) {
      const read = session.read(0);
      await clock.advance(20_000);
      await read;
    }
    expect(calls).toEqual([]);
    await clock.advance(59_999);
    expect(session.ended).toBe(false);
    await clock.advance(1);
    expect(calls).toEqual(['end left', 'disconnect', 'close']);
  });

  it('keeps the last words and the reason for a minute, and then forgets them', async () => {
    const { clock, calls, session, says, ends } = open();
    says('bye');
    ends({ status: 0, lost: null });
    const last = await session.read(0);
    expect(textOf(last)).toBe('bye');
    expect(last.end).toEqual({ code: 'exited', message: 'core-1 ended the session.' });
    await clock.advance(60_000);
    expect(calls.at(-1)).toBe('forgotten');
  });

  it('says that the connection broke, which is not the device ending the session', async () => {
    const { session, ends } = open();
    ends({ status: null, lost: 'Keepalive timeout' });
    expect((await session.read(0)).end).toEqual({
      code: 'lost',
      message: 'The connection to core-1 was lost: Keepalive timeout.',
    });
  });

  it('makes a device wait that nobody listens to, until a page has caught up', async () => {
    const { calls, session, says } = open();
    says('x'.repeat(PAUSE_BYTES));
    expect(calls).toEqual(['pause']);
    const chunk = await session.read(0);
    expect(calls).toEqual(['pause']);
    await session.read(chunk.bytes.length);
    expect(calls).toEqual(['pause', 'resume']);
  });

  it('writes nothing more once it has ended', async () => {
    const { calls, session, ends } = open();
    await session.write('a');
    ends({ status: null, lost: null });
    await session.write('b');
    expect(calls).toEqual(['write a', 'end exited', 'disconnect']);
  });
});
