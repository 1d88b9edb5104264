import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from '../../../../shared/units/csv.ts';

/** A reader by RFC 4180, written apart from the writer. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [];
  let [line, cell, quoted] = [[] as string[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quoted && sign === '"' && text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') [line, cell] = [[...line, cell], ''];
    else if (!quoted && sign === '\r' && text[at + 1] === '\n') {
      lines.push([...line, cell]);
      [line, cell, at] = [[], '', at + 1];
    } else cell += sign;
  }
  return lines;
}

test('quotes commas, quotation marks and line breaks, and ends each line in CR LF', () => {
  expect(
    toCsv([
      ['a', 'b,c', 'd"e', 'f\ng'],
      [1, null, undefined, -2.5],
    ]),
  ).toBe('a,"b,c","d""e","f\ng"\r\n1,,,-2.5\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
  'a text that a spreadsheet would run (%j) becomes text',
  (text) => {
    const [[cell] = []] = parseCsv(toCsv([[text]]));
    expect(cell).toBe(`'${text}`);
  },
);

test('a number of our own stays a number', () => {
  expect(toCsv([[-40, 0]])).toBe('-40,0\r\n');
});

test('whatever the text, a reader gets it back, with an apostrophe at most', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1 }), (table) => {
      const back = parseCsv(toCsv(table));
      expect(back.map((line) => line.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')))).toEqual(
        table.map((line) => line.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))),
      );
    }),
  );
});
