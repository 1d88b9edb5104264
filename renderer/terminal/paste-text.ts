/** What is about to be pasted, and whether somebody should look at it first. Pure. */

export interface PasteQuestion {
  readonly lines: number;
  /** The first lines, with what cannot be seen made visible. */
  readonly preview: readonly string[];
  readonly more: number;
}

const PREVIEW_LINES = 8;
const PREVIEW_CHARACTERS = 200;

/** Control characters as their pictures (U+2400 and on): a preview that hides an escape would lie. */
const visible = (line: string): string =>
  line
    .slice(0, PREVIEW_CHARACTERS)
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    .replaceAll(/[\u0000-\u001f]/g, (control) => String.fromCodePoint(0x2400 + control.charCodeAt(0)))
    .replaceAll('\u007f', '\u2421');

/** Null for one line, with or without its end: that is what a person means when pasting a command. */
export function pasteQuestion(text: string): PasteQuestion | null {
  const lines = text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
  if (lines.length < 2) return null;
  const preview = lines.slice(0, PREVIEW_LINES).map(visible);
  return { lines: lines.length, preview, more: lines.length - preview.length };
}
