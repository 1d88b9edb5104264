/**
 * `trunkline://incident/7` and `trunkline://device/NAME`: a link that any program, mail or web page may hand to us. So it is read
 * as what it says or not at all: two forms, one argument, and what comes out is a number or a name to look for in the page, never a
 * path, an address or a command.
 */
import type { PageLink } from '../../shared/contract/shell.ts';

export const LINK_SCHEME = 'trunkline';
const LONGEST_LINK = 1000;
const FORM = /^trunkline:\/\/(incident|device)\/([^/?#\\]+)\/?$/i;
const INCIDENT = /^[1-9]\d{0,14}$/;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const LONGEST_NAME = 255;

/** True for whatever claims to be a link of ours, well-formed or not. */
export function isLink(word: string): boolean {
  return word.trimStart().toLowerCase().startsWith(`${LINK_SCHEME}:`);
}

/** Null for what is not one of the two forms to the letter. */
export function parseLink(text: string): PageLink | null {
  const [, kind, argument] = text.length > LONGEST_LINK ? [] : (FORM.exec(text) ?? []);
  if (kind === undefined || argument === undefined) return null;
  if (kind.toLowerCase() === 'incident') {
    return INCIDENT.test(argument) ? { kind: 'incident', incidentId: Number(argument) } : null;
  }
  const name = decoded(argument);
  if (name === null || name.length > LONGEST_NAME || name.trim() === '' || CONTROLS.test(name)) return null;
  return { kind: 'device', name };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // Half an escape: not a link of ours.
    return null;
  }
}
