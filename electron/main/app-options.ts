/**
 * The words after the app's name: `--demo`, `--file FILE`, `--hidden`, a network file that was double-clicked, a link. Pure.
 *
 * Windows and Linux hand a link over as one of these words, and whoever wrote the link may try to smuggle more words in. So a
 * link comes alone: where one is among the words, nothing else of ours is listened to.
 */
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { PageLink } from '../../shared/contract/shell.ts';
import { isLink, parseLink } from './parse-link.ts';

export interface AppOptions {
  readonly demo: boolean;
  /** Absolute; null: this person's own file, or the one that was open last. */
  readonly file: string | null;
  /** Null where there is none, and where it is not well-formed. */
  readonly link: PageLink | null;
  /** At which moment of its story the demo begins and stays, in seconds; 0: the whole story. */
  readonly demoPhaseS: number;
  /** Started at login: no window, only the tray. */
  readonly hidden: boolean;
}

export const NETWORK_ENDING = '.trunkline';
const LINK_ALONE: Omit<AppOptions, 'link'> = { demo: false, demoPhaseS: 0, file: null, hidden: false };

/** Chromium puts switches of its own among the words: what is not ours is left alone. */
export function appOptions(words: readonly string[], folder: string): AppOptions {
  const link = words.find(isLink);
  if (link !== undefined) return { ...LINK_ALONE, link: parseLink(link) };
  const at = words.indexOf('--file');
  const named = at < 0 ? undefined : words[at + 1];
  const clicked = words.find((word) => !word.startsWith('-') && word.toLowerCase().endsWith(NETWORK_ENDING));
  const file = named ?? clicked ?? null;
  return {
    demo: words.includes('--demo'),
    demoPhaseS: phaseOf(words),
    file: file === null || isAbsolute(file) ? file : resolve(folder, file),
    link: null,
    hidden: words.includes('--hidden'),
  };
}

function phaseOf(words: readonly string[]): number {
  const given = Number(words[words.indexOf('--phase') + 1]);
  return words.includes('--phase') && given >= 0 && given <= 86_400 ? given : 0;
}

/** What a second start hands to the first one. It may be an older or a newer version of us. */
const handOver = z.object({ words: z.array(z.string().max(10_000)).max(200), folder: z.string().max(10_000) });
export type HandOver = z.infer<typeof handOver>;

export function handedOver(given: unknown): AppOptions | null {
  const parsed = handOver.safeParse(given);
  return parsed.success ? appOptions(parsed.data.words, parsed.data.folder) : null;
}
