import { fits } from './match-line.ts';
import type { SshProfile } from './profile.ts';

type ConfigRules = NonNullable<SshProfile['config']>;

const joined = (lines: readonly string[], continuation: string): readonly string[] => {
  const whole: string[] = [];
  let open = '';
  for (const line of lines) {
    const text = open === '' ? line : open + line.trimStart();
    if (text.endsWith(continuation)) open = text.slice(0, -continuation.length);
    else {
      whole.push(text);
      open = '';
    }
  }
  return open === '' ? whole : [...whole, open];
};

/** The configuration out of a command's output, and whether its end is there. */
export const configOf = (output: string, rules: ConfigRules): { readonly text: string; readonly whole: boolean } => {
  const lines = output.split('\n');
  const all = rules.continuation === undefined ? lines : joined(lines, rules.continuation);
  const text = all
    .filter((line) => !fits(line, rules.drop))
    .join('\n')
    .replace(/^\n{1,1000}/, '')
    .trimEnd();
  const { complete } = rules;
  return { text, whole: complete === undefined || all.some((line) => fits(line, [complete])) };
};
