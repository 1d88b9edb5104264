import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanScreen } from '../../../../../electron/engine/ssh/clean-screen.ts';
import { Screen } from '../../../../../electron/engine/ssh/screen.ts';

const ESC = '\u001b';

test.each([
  ['plain\r\ntext\r\n', 'plain\ntext\n'],
  ['trailing blanks   \r\n', 'trailing blanks\n'],
  [`${ESC}[1;31mred${ESC}[0m and ${ESC}[?25hplain`, 'red and plain'],
  ['\u009b32mgreen', 'green'],
  [`${ESC}]0;a title\u0007prompt# `, 'prompt#'],
  [`${ESC}]0;a title${ESC}\\prompt#`, 'prompt#'],
  [`${ESC}(B${ESC}=${ESC}>text${ESC}7${ESC}8`, 'text'],
  [` --More-- ${'\b'.repeat(10)}${' '.repeat(10)}${'\b'.repeat(10)} next line`, ' next line'],
  [`---(more)---\r${' '.repeat(40)}\rinterfaces {`, 'interfaces {'],
  ['[a@b] >\r[a@b] > /export', '[a@b] > /export'],
  [`wrong${ESC}[2Kright`, 'right'],
  [`12345${ESC}[3D${ESC}[K`, '12'],
  [`ab${ESC}[1Gx`, 'xb'],
  ['bell\u0007 null\u0000 delete\u007f', 'bell null delete'],
  ['tab\tstays', 'tab\tstays'],
  ['Zürich 東京 🚀', 'Zürich 東京 🚀'],
  [`half a sequence ${ESC}[3`, 'half a sequence 3'],
])('%j reads %j', (raw, read) => {
  expect(cleanScreen(raw)).toBe(read);
});

/** Text as a hostile or broken device may send it: sequences, halves of them, and controls, in any order. */
const noise = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '\r',
        '\b',
        '\n',
        '\t',
        ESC,
        `${ESC}[`,
        `${ESC}]`,
        '\u009b',
        '\u0007',
        `${ESC}[K`,
        `${ESC}[2K`,
        `${ESC}[99999999C`,
      ),
      fc.integer({ min: 0, max: 99_999 }).map((n) => `${ESC}[${n}${'CDGKm'[n % 5] ?? 'm'}`),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe('whatever comes', () => {
  test('no control character is left, nothing grows, cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(noise, (raw) => {
        const clean = cleanScreen(raw);
        expect(clean).not.toMatch(/[^\P{Cc}\t\n]/u);
        expect(clean.length).toBeLessThanOrEqual(raw.length);
        expect(clean.split('\n')).toHaveLength(raw.split('\n').length);
        expect(cleanScreen(clean)).toBe(clean);
      }),
      { numRuns: 3000 },
    );
  });

  test('splitting it into packets anywhere gives the same screen', () => {
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 9 }), (raw, size) => {
        const bytes = Buffer.from(raw);
        const screen = new Screen(1_000_000);
        for (let at = 0; at < bytes.length; at += size) screen.add(bytes.subarray(at, at + size));
        const whole = cleanScreen(bytes.toString()).split('\n');
        const last = whole.pop();
        expect(screen.text()).toBe(whole.join('\n'));
        // The unfinished line is read from its last 4,096 characters; these are shorter. A cut character may be missing at its end.
        expect(last?.startsWith(screen.lastLine().slice(0, 1))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('megabytes of escapes on one line take time in proportion', () => {
    const milliseconds = (times: number): number => {
      const raw = `${ESC}[99C${ESC}[1Kx\b`.repeat(times);
      const startedAt = performance.now();
      cleanScreen(raw);
      return performance.now() - startedAt;
    };
    milliseconds(1000);
    // Ten times as much: by the square it would be a hundred.
    expect(milliseconds(40_000)).toBeLessThan(40 * Math.max(10, milliseconds(4000)));
  });
});

test('a screen that overflows keeps no more, and says so', () => {
  const screen = new Screen(100);
  screen.add(Buffer.from('x'.repeat(60)));
  expect(screen.overflown).toBe(false);
  screen.add(Buffer.from('y'.repeat(60)));
  expect(screen.overflown).toBe(true);
  expect(screen.lastLine()).toBe('x'.repeat(60));
  const endless = new Screen(1_000_000);
  endless.add(Buffer.from('x'.repeat(100_001)));
  expect(endless.overflown).toBe(true);
});
