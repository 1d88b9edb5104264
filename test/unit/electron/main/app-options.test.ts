import { expect, test } from 'vitest';
import { appOptions, handedOver } from '../../../../electron/main/app-options.ts';

const nothing = { demo: false, demoPhaseS: 0, file: null, link: null, hidden: false };

test.each([
  [[], nothing],
  [['--demo'], { ...nothing, demo: true }],
  [['--demo', '--phase', '160'], { ...nothing, demo: true, demoPhaseS: 160 }],
  [['--phase', 'x'], nothing],
  [['--phase'], nothing],
  [['--file', '/n/a.trunkline'], { ...nothing, file: '/n/a.trunkline' }],
  [['/n/b.trunkline'], { ...nothing, file: '/n/b.trunkline' }],
  [['c.TRUNKLINE'], { ...nothing, file: '/home/me/c.TRUNKLINE' }],
  [['--hidden'], { ...nothing, hidden: true }],
  [['--no-sandbox', '.', '--lang=en'], nothing],
  [['trunkline://incident/7'], { ...nothing, link: { kind: 'incident', incidentId: 7 } }],
])('%j means %j', (words, expected) => {
  expect(appOptions(words, '/home/me')).toEqual(expected);
});

test('a link comes alone: words that were smuggled in beside it do nothing', () => {
  for (const smuggled of [
    ['--file', '/tmp/evil.trunkline', 'trunkline://incident/7'],
    ['trunkline://incident/7', '/tmp/evil.trunkline'],
    ['TRUNKLINE://nonsense/../..', '--demo', '--hidden', '/tmp/evil.trunkline'],
    ['--file', 'trunkline:evil.trunkline'],
  ]) {
    expect(appOptions(smuggled, '/')).toMatchObject({ demo: false, file: null, hidden: false });
  }
});

test('what a second start hands over is checked', () => {
  expect(handedOver({ words: ['x.trunkline'], folder: '/home/me' })).toMatchObject({ file: '/home/me/x.trunkline' });
  for (const hostile of [null, 7, {}, { words: 'x', folder: '/' }, { words: [1], folder: '/' }, { words: [] }]) {
    expect(handedOver(hostile)).toBeNull();
  }
});
