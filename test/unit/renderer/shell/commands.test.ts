// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { commands, matchCommands } from '../../../../renderer/shell/commands.ts';
import { useHostAbilities } from '../../../../renderer/state/host-abilities.ts';

const labels = (text: string): string[] => matchCommands(text).map((command) => command.label);

test('finds commands by the beginnings of their words, in any order', () => {
  expect(labels('map go')).toEqual(['Go to Map']);
  expect(labels('THEME')).toEqual(['Use the dark theme', 'Use the light theme']);
  expect(labels('ap')).toEqual([]);
});

test('an empty question offers all that the host can do', () => {
  const ofHost = commands.filter(({ needs }) => needs !== undefined);
  expect(labels('  ')).toHaveLength(commands.length - ofHost.length);
  useHostAbilities.setState({ networkFiles: true, logs: true });
  expect(labels('  ')).toHaveLength(commands.length);
  useHostAbilities.setState({ networkFiles: false });
  expect(labels('another network')).toEqual([]);
  expect(labels('report')).toEqual(['Save a report']);
});
