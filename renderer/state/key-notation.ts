/**
 * How keys are written down: "n", "Shift+n", "Mod+k" (Control, on a Mac Command), and two in a row for a chord, "g m". Letters
 * are small, a sign that needs Shift is the sign itself ("?"). Pure.
 */
export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Keys that are nothing by themselves. */
const HALF: ReadonlySet<string> = new Set([
  'Control',
  'Meta',
  'Alt',
  'AltGraph',
  'Shift',
  'CapsLock',
  'Dead',
  'Process',
  'Unidentified',
]);

const isLetter = (key: string): boolean => key.length === 1 && key.toLowerCase() !== key.toUpperCase();

/** What was pressed; null for half a key. */
export function pressedKeys({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): string | null {
  if (HALF.has(key)) return null;
  const sign = key.length === 1 && key !== ' ' && !isLetter(key);
  // Control and Alt together with a sign are AltGr, which the sign is made with.
  const made = sign && ctrlKey && altKey;
  const parts = [
    ...((ctrlKey || metaKey) && !made ? ['Mod'] : []),
    ...(altKey && !made ? ['Alt'] : []),
    ...(shiftKey && !sign ? ['Shift'] : []),
    isLetter(key) ? key.toLowerCase() : key === ' ' ? 'Space' : key,
  ];
  return parts.join('+');
}

/** A plus sign may itself be a key. */
const partsOf = (press: string): readonly string[] => press.split(/\+(?=.)/);

/** Letters, digits and signs alone, one or a chord of them: what a voice or a hand may press by mistake (WCAG 2.1.4). */
export function areSingle(keys: string): boolean {
  return keys.split(' ').every((press) => {
    const parts = partsOf(press);
    return (parts.at(-1) ?? '').length === 1 && !parts.includes('Mod') && !parts.includes('Alt');
  });
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  '-': '−',
};

/** As the keyboard names it: "Ctrl K", "G M", "Shift N". `mod` is what the key of commands is called here. */
export function keyWords(keys: string, mod: string): string {
  const named = (part: string): string => {
    if (part === 'Mod') return mod;
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  };
  return keys
    .split(' ')
    .flatMap((press) => partsOf(press).map(named))
    .join(' ');
}

/** One key is the beginning of the other, or they are the same: both cannot be meant. */
export function collide(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
