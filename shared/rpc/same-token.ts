/** Compares two tokens in a time that depends on their length only, so that it cannot be guessed letter by letter. */
export function sameToken(expected: string, given: string): boolean {
  let difference = expected.length ^ given.length;
  for (let at = 0; at < expected.length; at += 1) {
    difference |= expected.charCodeAt(at) ^ (given.charCodeAt(at % Math.max(given.length, 1)) || 0);
  }
  return difference === 0;
}
