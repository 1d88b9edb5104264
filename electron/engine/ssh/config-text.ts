import { fits, MAX_MATCHED_CHARACTERS } from './match-line.ts';
import type { SshProfile } from './profile.ts';

type TextRules = Pick<SshProfile, 'volatile' | 'secrets' | 'secretBlocks'>;

export const HIDDEN = '«hidden»';

/** The text without what changes by itself: two of these differ only if somebody changed the device. */
export const stableText = (config: string, profile: Pick<TextRules, 'volatile'>): string =>
  config
    .split('\n')
    .filter((line) => !fits(line, profile.volatile))
    .join('\n')
    .trim();

/** Which lines change by themselves, by their number from 0. */
export const volatileLines = (config: string, profile: Pick<TextRules, 'volatile'>): number[] =>
  config.split('\n').flatMap((line, index) => (fits(line, profile.volatile) ? [index] : []));

/** A secret longer than its pattern's bound must not show its end: hidden is the whole word. */
const wordEnd = (text: string, from: number): number => {
  const rest = /[\s"';{}]/u.exec(text.slice(from));
  return rest === null ? text.length : from + rest.index;
};

const maskLine = (line: string, secrets: readonly RegExp[]): string => {
  // No pattern looks further, so nobody knows what stands there.
  if (line.length > MAX_MATCHED_CHARACTERS) return HIDDEN;
  return secrets.reduce((text, pattern) => {
    let masked = '';
    let from = 0;
    pattern.lastIndex = 0;
    for (const match of text.matchAll(pattern)) {
      const place = match.indices?.groups?.['secret'];
      if (place === undefined || place[0] < from) continue;
      masked += text.slice(from, place[0]) + HIDDEN;
      from = wordEnd(text, place[1]);
    }
    return masked + text.slice(from);
  }, line);
};

/** The text for view and export: each secret, and each line of a secret block, replaced by «hidden». */
export const maskSecrets = (text: string, profile: Omit<TextRules, 'volatile'>): string => {
  let until: RegExp | null = null;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (until !== null) {
      if (fits(line, [until])) until = null;
      else {
        if (lines.at(-1) !== HIDDEN) lines.push(HIDDEN);
        continue;
      }
    } else until = profile.secretBlocks.find(({ from }) => fits(line, [from]))?.to ?? null;
    lines.push(maskLine(line, profile.secrets));
  }
  return lines.join('\n');
};
