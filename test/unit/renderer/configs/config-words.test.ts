import { expect, test } from 'vitest';
import { changeWords, originWords } from '../../../../renderer/configs/revision-words.ts';
import { configFileName } from '../../../../renderer/configs/save-config.ts';
import { splitMatch } from '../../../../renderer/configs/split-match.ts';

test('a revision says why and with what it was read, and never what nobody wrote down', () => {
  expect(originWords({ why: 'asked', credential: 'ops' })).toBe('asked for, with “ops”');
  expect(originWords({ why: 'interval', credential: null })).toBe('at its interval');
  expect(originWords({ why: null, credential: null })).toBe('origin unknown');
});

test('a change is counted, a secret alone is said, and the first one has none', () => {
  expect(changeWords({ linesAdded: 3, linesRemoved: 1 })).toBe('+3 −1');
  expect(changeWords({ linesAdded: 0, linesRemoved: 0 })).toBe('a secret only');
  expect(changeWords({ linesAdded: null, linesRemoved: null })).toBeNull();
});

test('a device cannot choose where its configuration is saved', () => {
  const atMs = Date.UTC(2026, 10, 28, 15, 4);
  expect(configFileName('core-1', atMs)).toBe('core-1-2026-11-28-1504Z.txt');
  expect(configFileName('../../etc/passwd\u0000', atMs)).toBe('etc-passwd--2026-11-28-1504Z.txt');
  expect(configFileName('…', atMs)).toBe('device-2026-11-28-1504Z.txt');
});

test('what was looked for is marked wherever it stands, whatever its case', () => {
  expect(splitMatch('NTP server ntp', 'ntp')).toEqual([
    { text: 'NTP', marked: true },
    { text: ' server ', marked: false },
    { text: 'ntp', marked: true },
  ]);
  expect(splitMatch('İ ntp', 'ntp')).toEqual([{ text: 'İ ntp', marked: false }]);
});
