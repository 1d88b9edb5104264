import { array, assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHUNK_BYTES,
  OutputWindow,
  PAUSE_BYTES,
  WINDOW_BYTES,
} from '../../../../../electron/engine/terminal/output-window.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (chunk: Uint8Array): string => new TextDecoder().decode(chunk);

describe('the window on what a device writes', () => {
  it('gives what follows a place, and nothing where nothing follows', () => {
    const window = new OutputWindow();
    window.push(bytes('hello '));
    window.push(bytes('world'));
    expect(text(window.take(3).bytes)).toBe('lo world');
    expect(window.take(11)).toMatchObject({ from: 11, skipped: 0 });
    expect(window.take(11).bytes).toHaveLength(0);
  });

  it('shows the past to who has seen nothing, also what was read before', () => {
    const window = new OutputWindow();
    window.push(bytes('prompt# '));
    window.acknowledge(8);
    expect(text(window.take(null).bytes)).toBe('prompt# ');
  });

  it('wants the device to wait until the page has read', () => {
    const window = new OutputWindow();
    window.push(new Uint8Array(PAUSE_BYTES));
    expect(window.mustPause).toBe(true);
    window.acknowledge(1);
    expect(window.mustPause).toBe(false);
    window.acknowledge(PAUSE_BYTES * 9);
    expect(window.mustPause).toBe(false);
  });

  it('says how much is gone when a place is too old', () => {
    const window = new OutputWindow();
    window.push(new Uint8Array(WINDOW_BYTES));
    window.push(bytes('new'));
    expect(window.take(0)).toMatchObject({ from: 3, skipped: 3 });
    expect(window.take(0).bytes).toHaveLength(CHUNK_BYTES);
    expect(window.heldBytes).toBe(WINDOW_BYTES);
  });

  it('gives back every byte in order, however they came and however they are read', () => {
    assert(
      property(array(uint8Array({ minLength: 0, maxLength: 300 }), { maxLength: 60 }), (pushes) => {
        const window = new OutputWindow();
        const seen: number[] = [];
        let at = 0;
        for (const [index, push] of pushes.entries()) {
          window.push(push);
          if (index % 3 === 0) continue;
          const chunk = window.take(at);
          seen.push(...chunk.bytes);
          at = chunk.from + chunk.bytes.length;
          window.acknowledge(at);
        }
        seen.push(...window.take(at).bytes);
        expect(seen).toEqual(pushes.flatMap((push) => [...push]));
      }),
    );
  });
});
