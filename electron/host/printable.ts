/**
 * Text for a terminal. What devices say is hostile: an escape sequence in a sysName must not colour, move or title the
 * terminal of whoever reads the log. Control characters (C0, DEL, C1) and the characters that turn text around become `?`.
 */
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

export function printable(text: string): string {
  return text.replace(UNPRINTABLE, '?');
}
