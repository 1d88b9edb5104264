import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { hushed, Secret } from '../../../../../electron/engine/secrets/secret.ts';

const prints = (value: unknown): string[] => [
  String(value),
  JSON.stringify({ value }),
  inspect({ deep: [value] }, { showHidden: false, depth: 9 }),
];

test('a secret prints as [secret] wherever it ends up', () => {
  for (const printed of prints(new Secret('hunter2'))) {
    expect(printed).toContain('[secret]');
    expect(printed).not.toContain('hunter2');
  }
});

test('it is given out only when asked for', () => {
  expect(new Secret('hunter2').reveal()).toBe('hunter2');
});

test('a hushed object keeps its fields and does not print them', () => {
  const credential = hushed({ kind: 'snmp-community', community: 'hunter2' });
  expect(credential.community).toBe('hunter2');
  expect(Object.keys(credential)).toEqual(['kind', 'community']);
  for (const printed of prints(credential)) expect(printed).not.toContain('hunter2');
});
