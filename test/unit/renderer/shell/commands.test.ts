// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { commands, matchCommands } from '../../../../renderer/shell/commands.ts';

const labels = (text: string): string[] => matchCommands(text).map((command) => command.label);

test('finds commands by the beginnings of their words, in any order', () => {
  expect(labels('map go')).toEqual(['Go to Map']);
  expect(labels('THEME')).toEqual(['Use the dark theme', 'Use the light theme']);
  expect(labels('ap')).toEqual([]);
});

test('an empty question offers them all', () => {
  expect(labels('  ')).toHaveLength(commands.length);
});
