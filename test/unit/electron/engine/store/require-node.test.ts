import { expect, test } from 'vitest';
import { nodeVersionProblem } from '../../../../../electron/engine/store/require-node.ts';

test('an old Node is told what is needed, before the driver can crash', () => {
  expect(nodeVersionProblem('20.19.2')).toMatch(/needs Node 22 or newer.*this is Node 20\.19\.2/);
  expect(nodeVersionProblem('18.0.0')).not.toBeNull();
});

test('a new one will do', () => {
  expect(nodeVersionProblem('22.12.0')).toBeNull();
  expect(nodeVersionProblem('24.21.0')).toBeNull();
});
