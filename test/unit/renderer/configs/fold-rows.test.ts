import { describe, expect, it } from 'vitest';
import { diffRows } from '../../../../renderer/configs/diff-rows.ts';
import { changeStarts, foldRows, unifyRows, type ShownRow } from '../../../../renderer/configs/fold-rows.ts';

const lines = (count: number, word: string): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`);
const compare = (before: readonly string[], after: readonly string[]) =>
  diffRows({ text: before.join('\n'), volatileLines: [] }, { text: after.join('\n'), volatileLines: [] });
const kinds = (rows: readonly ShownRow[]): string =>
  rows.map((row) => (row.kind === 'fold' ? `fold ${row.count}` : row.kind)).join(', ');

const before = [...lines(20, 'a'), 'interface Gi1', ' one', ' two', ' three', ' four', ' mtu 1500', ...lines(20, 'z')];
const after = before.map((line) => (line === ' mtu 1500' ? ' mtu 9000' : line));

describe('what of a comparison is shown', () => {
  it('is the change with three lines on each side, the rest folded under the section it stands in', () => {
    const rows = foldRows(compare(before, after), new Set());
    expect(kinds(rows)).toBe('fold 22, same, same, same, changed, same, same, same, fold 17');
    expect(rows[0]).toMatchObject({ from: 0, heading: 'interface Gi1' });
    expect(rows.at(-1)).toMatchObject({ heading: null });
    expect(changeStarts(rows)).toEqual([4]);
  });

  it('is a fold no more once it was opened', () => {
    const rows = foldRows(compare(before, after), new Set([0]));
    expect(kinds(rows).startsWith('same, same')).toBe(true);
    expect(rows).toHaveLength(25 + 1 + 3 + 1);
  });

  it('folds nothing that is hardly longer than the fold', () => {
    const rows = foldRows(compare(['x', ...lines(9, 'a'), 'y'], ['X', ...lines(9, 'a'), 'Y']), new Set());
    expect(kinds(rows)).not.toContain('fold');
  });

  it('stands in one column as what went, and then what came', () => {
    const rows = unifyRows(foldRows(compare(['a 1', 'b 1', 'c 1', 'end'], ['a 2', 'b 2', 'end']), new Set()));
    expect(kinds(rows)).toBe('removed, removed, removed, added, added, same');
    expect(changeStarts(rows)).toEqual([0]);
  });
});
