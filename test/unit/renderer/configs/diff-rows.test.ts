import { describe, expect, it } from 'vitest';
import { countRows, diffRows, type DiffRow, type Side } from '../../../../renderer/configs/diff-rows.ts';

const config = (text: string, ...volatileLines: number[]) => ({ text, volatileLines });
const text = (side: Side | null): string | null =>
  side === null ? null : `${side.number} ${side.pieces.map((piece) => piece.text).join('')}`;
const short = ({ kind, left, right }: DiffRow) => [kind, text(left), text(right)];

describe('the rows of a comparison', () => {
  it('stand beside each other with the numbers of their own side', () => {
    const rows = diffRows(config('a\nb\nc\nd\n'), config('a\nB\nnew\nc\n'));
    expect(rows.map(short)).toEqual([
      ['same', '1 a', '1 a'],
      ['changed', '2 b', '2 B'],
      ['added', null, '3 new'],
      ['same', '3 c', '4 c'],
      ['removed', '4 d', null],
    ]);
    expect(countRows(rows)).toEqual({ added: 2, removed: 2, byThemselves: 0 });
  });

  it('mark the words that differ inside a changed line', () => {
    const [row] = diffRows(config('ntp server 10.0.0.1 prefer'), config('ntp server 10.0.0.254 prefer'));
    const marked = row?.right?.pieces.filter((piece) => piece.marked).map((piece) => piece.text);
    expect(marked).toEqual(['254']);
  });

  it('mark nothing inside two lines that have little in common', () => {
    const [row] = diffRows(config('switchport mode trunk'), config('ip address 10.0.0.1 255.0.0.0'));
    expect(row?.left?.pieces).toHaveLength(1);
    expect(row?.left?.pieces[0]?.marked).toBe(false);
  });

  it('take a line that changes by itself for the same, show both texts, and count it apart', () => {
    const rows = diffRows(config('! changed 10:00\nhostname r', 0), config('! changed 11:30\nhostname r', 0));
    expect(rows.map(short)).toEqual([
      ['same', '1 ! changed 10:00', '1 ! changed 11:30'],
      ['same', '2 hostname r', '2 hostname r'],
    ]);
    expect(rows[0]?.volatile).toBe(true);
    expect(countRows(rows)).toEqual({ added: 0, removed: 0, byThemselves: 1 });
  });

  it('never take a line that changes by itself for one that a person wrote', () => {
    const rows = diffRows(config('clock', 0), config('clock'));
    expect(rows.map(short)).toEqual([['changed', '1 clock', '1 clock']]);
  });

  it('are nothing but the same for a text and itself, and whole for one that is empty', () => {
    expect(diffRows(config('a\nb'), config('a\nb')).every((row) => row.kind === 'same')).toBe(true);
    expect(countRows(diffRows(config(''), config('a\nb')))).toMatchObject({ added: 2 });
  });
});
