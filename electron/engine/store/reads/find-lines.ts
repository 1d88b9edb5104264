/** Lines of a text that hold another, upper and lower case alike. Pure, and linear in the text: no pattern from outside. */
const MAX_LINES = 20;
const MAX_LINE_CHARACTERS = 300;

export interface FoundLines {
  /** The first 20, numbered from 1, cut to 300 characters round the first match. */
  readonly lines: { readonly line: number; readonly text: string }[];
  readonly count: number;
}

/** A long line is cut so that what was looked for is in sight. */
function cut(line: string, at: number): string {
  if (line.length <= MAX_LINE_CHARACTERS) return line;
  const from = Math.max(0, Math.min(at - 40, line.length - MAX_LINE_CHARACTERS));
  return line.slice(from, from + MAX_LINE_CHARACTERS);
}

export function findLines(text: string, wanted: string): FoundLines {
  const needle = wanted.toLowerCase();
  const lines: FoundLines['lines'] = [];
  let count = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const at = line.toLowerCase().indexOf(needle);
    if (at < 0) continue;
    count += 1;
    if (lines.length < MAX_LINES) lines.push({ line: index + 1, text: cut(line, at) });
  }
  return { lines, count };
}
