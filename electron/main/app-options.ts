/** The words after the app's name: `--demo`, `--file FILE`, or a network file that was double-clicked. Pure. */
export interface AppOptions {
  readonly demo: boolean;
  /** Null: this person's own file. */
  readonly file: string | null;
}

const ENDING = '.trunkline';

/** Chromium puts switches of its own among the words: what is not ours is left alone. */
export function appOptions(words: readonly string[]): AppOptions {
  const at = words.indexOf('--file');
  const named = at < 0 ? undefined : words[at + 1];
  const clicked = words.find((word) => !word.startsWith('-') && word.endsWith(ENDING));
  return { demo: words.includes('--demo'), file: named ?? clicked ?? null };
}
