import { expect, test } from 'vitest';
import { identityChanges } from '../../../../../electron/engine/discovery/identity-changes.ts';
import { deviceRow } from '../../../../helpers/store.ts';

const before = deviceRow(1, { osVersion: '17.9.4a', model: 'C9500-24Y4C', serial: 'FDO1' });

test('a new version, a new model and a new serial number are told with what they were', () => {
  const after = { ...before, osVersion: '17.12.1', model: 'C9500-48Y4C', serial: 'FDO2' };
  expect(identityChanges(before, after)).toEqual([
    { kind: 'software.changed', text: 'Software changed: 17.9.4a to 17.12.1' },
    { kind: 'hardware.changed', text: 'Model changed: C9500-24Y4C to C9500-48Y4C' },
    { kind: 'hardware.changed', text: 'Serial number changed: FDO1 to FDO2' },
  ]);
});

test('what is told for the first time, or not this time, is no change', () => {
  const silent = { ...before, osVersion: null, serial: null };
  expect(identityChanges(silent, before)).toEqual([]);
  expect(identityChanges(before, silent)).toEqual([]);
  expect(identityChanges(before, { ...before, sysDescr: 'another text' })).toEqual([]);
});
