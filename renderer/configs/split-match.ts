/** A line in pieces: what was looked for, upper and lower case alike, and what stands round it. Pure. */
import type { Piece } from './mark-words.ts';

export function splitMatch(line: string, wanted: string): readonly Piece[] {
  const [text, needle] = [line.toLowerCase(), wanted.trim().toLowerCase()];
  // Some letters change their length with their case: then nothing is marked rather than the wrong place.
  if (needle === '' || text.length !== line.length) return [{ text: line, marked: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, from)) {
    if (at > from) pieces.push({ text: line.slice(from, at), marked: false });
    pieces.push({ text: line.slice(at, at + needle.length), marked: true });
    from = at + needle.length;
  }
  if (from < line.length) pieces.push({ text: line.slice(from), marked: false });
  return pieces;
}
