/** Whether keys can be had for a command: what they mean already, and which ones nobody can have. Pure. */
import { areSingle, collide } from '../../state/key-notation.ts';
import { chosenKeys, type Keymap } from '../../state/keymap.ts';
import type { KeyCommand, KeyPlace } from '../../state/view-keys.ts';

/** At most two keys in a row. */
const LONGEST_CHORD = 2;

/** What stands in the field after one more key: a second one makes a chord, a third begins anew. */
export function withPress(keys: string, press: string): string {
  const before = keys === '' ? [] : keys.split(' ');
  const chord = before.length > 0 && before.length < LONGEST_CHORD && areSingle(keys) && areSingle(press);
  return chord ? `${keys} ${press}` : press;
}

const BELONGS: Readonly<Record<string, string>> = {
  Space: 'marks or opens what has the focus',
  Insert: 'copies and pastes in a terminal',
  F6: 'leaves a terminal',
  F7: 'goes to the next change of a configuration',
  'Mod+c': 'copies',
  'Mod+v': 'pastes',
  'Mod+x': 'cuts',
  'Mod+a': 'selects all',
  'Mod+z': 'undoes',
  'Mod+w': 'closes the window',
  'Mod+t': 'opens a tab of the browser',
  'Mod+n': 'opens a window',
  'Mod+q': 'quits',
  'Mod+r': 'loads the page anew',
  'Shift+F10': 'opens menus',
};
const MOVES = /^(?:(?:Mod|Alt|Shift)\+)*(?:Arrow\w+|Home|End|PageUp|PageDown|Delete|ContextMenu)$/;

/** What these keys do in any case: "copies"; null where they are free. */
export function belongsTo(keys: string): string | null {
  return BELONGS[keys] ?? (MOVES.test(keys) ? 'moves in whatever has the focus' : null);
}

const EVERYWHERE: ReadonlySet<KeyPlace> = new Set(['anywhere', 'lists']);

const meet = (a: KeyPlace, b: KeyPlace): boolean => a === b || EVERYWHERE.has(a) || EVERYWHERE.has(b);

/** The commands that would have the same keys in the same place, or whose chord begins with them. */
export function conflictsOf(
  command: KeyCommand,
  keys: string,
  all: readonly KeyCommand[],
  choices: Pick<Keymap, 'own'>,
): readonly KeyCommand[] {
  return all.filter((other) => {
    const theirs = other.id === command.id ? null : chosenKeys(other, choices);
    return theirs !== null && meet(command.place, other.place) && collide(theirs, keys);
  });
}
