import { MAX_MATCHED_CHARACTERS } from './match-line.ts';

const MAX_LINES = 20_000;
const MAX_VALUE_CHARACTERS = 300;

/** The named groups of the first line that fits each pattern. A fact that is found twice keeps its first value. */
export const factsIn = (output: string, patterns: readonly RegExp[]): Record<string, string> => {
  const facts = new Map<string, string>();
  const lines = output.split('\n', MAX_LINES).map((line) => line.slice(0, MAX_MATCHED_CHARACTERS));
  for (const pattern of patterns) {
    for (const line of lines) {
      pattern.lastIndex = 0;
      const groups = pattern.exec(line)?.groups;
      if (groups === undefined) continue;
      for (const [fact, value] of Object.entries(groups)) {
        const text = (value ?? '').trim().slice(0, MAX_VALUE_CHARACTERS);
        if (text !== '' && !facts.has(fact)) facts.set(fact, text);
      }
      break;
    }
  }
  return Object.fromEntries(facts);
};
