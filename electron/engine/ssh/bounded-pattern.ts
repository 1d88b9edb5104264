/**
 * Which regular expressions a profile may hold. Device text is hostile, and a pattern such as (a+)+ takes for ever on 30
 * well-chosen characters. So a pattern may cost only so many steps, and that can be seen from its text: each repetition
 * has an upper bound, and their product is small. A repetition of a repetition multiplies like two in a row.
 */
const MAX_LENGTH = 400;
const MAX_STEPS_ANCHORED = 2_000_000;
/** Without "^" a pattern starts anew at each character of the line. */
const MAX_STEPS_ANYWHERE = 20_000;

const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d{1,4})(?:(,)(\d{0,4}))?\}\??|[*+?]\??|\(\?(?:<?[=!]|:|<\w+>)|./gsu;

interface Repetition {
  readonly min: number;
  /** Null: no bound. */
  readonly max: number | null;
}

const repetitionOf = (token: RegExpExecArray): Repetition | null => {
  const [text, min, comma, max] = token;
  if (min !== undefined)
    return { min: Number(min), max: comma === undefined ? Number(min) : max === '' ? null : Number(max) };
  if (text.startsWith('?')) return { min: 0, max: 1 };
  return text.startsWith('*') || text.startsWith('+') ? { min: 0, max: null } : null;
};

/** Why this regular expression may not stand in a profile; null when it may. */
export const patternTrouble = (source: string): string | null => {
  if (source.length > MAX_LENGTH) return `longer than ${MAX_LENGTH} characters`;
  try {
    RegExp(source, 'u');
  } catch (error) {
    return error instanceof Error ? error.message : 'not a regular expression';
  }
  const tokens = [...source.matchAll(TOKEN)];
  if (tokens.some(([text]) => /^\\[1-9k]/.test(text))) return 'back references are not allowed';
  if (tokens.some(([text]) => /^\(\?<?[=!]/.test(text))) return 'look-around is not allowed';
  const repetitions = tokens.map((token) => repetitionOf(token)).filter((repetition) => repetition !== null);
  if (repetitions.some(({ max }) => max === null))
    return 'give each repetition an upper bound: {0,80} instead of * or +';
  const steps = repetitions.reduce((product, { min, max }) => product * Math.max(1, (max ?? 1) - min + 1), 1);
  const allowed = source.startsWith('^') ? MAX_STEPS_ANCHORED : MAX_STEPS_ANYWHERE;
  if (steps <= allowed) return null;
  return `may take ${steps} steps, allowed are ${allowed}: make the repetitions smaller${source.startsWith('^') ? '' : ', or begin it with ^'}`;
};
