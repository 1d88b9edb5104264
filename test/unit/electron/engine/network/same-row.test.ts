import { expect, it } from 'vitest';
import { sameRow } from '../../../../../electron/engine/network/same-row.ts';

it('compares each column, and takes what was not there for another row', () => {
  const row: { id: number; name: string | null } = { id: 1, name: null };
  expect(sameRow(row, { ...row })).toBe(true);
  expect(sameRow(row, { ...row, name: 'eth1' })).toBe(false);
  expect(sameRow(undefined, row)).toBe(false);
});
