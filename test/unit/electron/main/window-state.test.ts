import { expect, test } from 'vitest';
import { appOptions } from '../../../../electron/main/app-options.ts';
import { isVisible, parseWindowState } from '../../../../electron/main/window-state.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 2560, height: 1440 },
];

test.each([
  [{ x: 10, y: 10, width: 1440, height: 900 }, true],
  [{ x: 3000, y: 100, width: 1440, height: 900 }, true],
  [{ x: -1300, y: 10, width: 1440, height: 900 }, true],
  [{ x: -1400, y: 10, width: 1440, height: 900 }, false],
  [{ x: 5000, y: 10, width: 1440, height: 900 }, false],
  [{ x: 10, y: -50, width: 1440, height: 900 }, false],
  [{ x: 10, y: 1050, width: 1440, height: 900 }, false],
])('a window at %j can be seen: %s', (bounds, expected) => {
  expect(isVisible(bounds, screens)).toBe(expected);
});

test('what cannot be read is forgotten', () => {
  const kept = { x: 1, y: 2, width: 800, height: 600, maximized: false };
  expect(parseWindowState(JSON.stringify(kept))).toEqual(kept);
  for (const text of ['', '{', '{}', 'null', JSON.stringify({ ...kept, width: 1 })]) {
    expect(parseWindowState(text)).toBeNull();
  }
});

test.each([
  [[], { demo: false, file: null }],
  [['--demo'], { demo: true, file: null }],
  [['--file', '/n/a.trunkline'], { demo: false, file: '/n/a.trunkline' }],
  [['/n/b.trunkline'], { demo: false, file: '/n/b.trunkline' }],
  [['--no-sandbox', '.', '--lang=en'], { demo: false, file: null }],
])('%j means %j', (words, expected) => {
  expect(appOptions(words)).toEqual(expected);
});
