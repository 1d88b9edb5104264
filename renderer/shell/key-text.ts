/** Keys in force as they are printed, for hints and menus; undefined where a command has none. */
import { keyWords } from '../state/key-notation.ts';
import { keysInForce, useKeymap } from '../state/keymap.ts';
import { viewKeys, type KeyCommand, type ViewKey } from '../state/view-keys.ts';
import { commandKey } from './command-key.ts';

/** Signs that are lost in a sentence, and that screen readers leave out. */
const SPOKEN: Readonly<Record<string, string>> = {
  '+': 'Plus',
  '-': 'Minus',
  '/': 'Slash',
  ',': 'Comma',
  '.': 'Full stop',
  '?': 'Question mark',
};

/** Keys as a sentence has them: "Comma", "G M". */
export const spokenKeys = (keys: string): string => SPOKEN[keys] ?? keyWords(keys, commandKey);

const printed = (keys: string | null): string | undefined => (keys === null ? undefined : keyWords(keys, commandKey));

export const commandKeyText = (command: Pick<KeyCommand, 'id' | 'keys'>): string | undefined =>
  printed(keysInForce(command));

/** For what is made when it is opened: a menu. */
export const viewKeyText = (id: ViewKey): string | undefined => commandKeyText({ id, keys: viewKeys[id].keys });

/** The same for a component, which draws anew when keys change. */
export function useKeyText(command: Pick<KeyCommand, 'id' | 'keys'>): string | undefined {
  return useKeymap((choices) => printed(keysInForce(command, choices)));
}

export const useViewKeyText = (id: ViewKey): string | undefined => useKeyText({ id, keys: viewKeys[id].keys });

/** "L goes through the links. F fits the map." for screen readers; what has no key is left out. */
export function useKeySentence(verbs: Readonly<Partial<Record<ViewKey, string>>>): string {
  return useKeymap((choices) =>
    Object.entries(verbs)
      .flatMap(([id, verb]) => {
        const keys = keysInForce({ id, keys: viewKeys[id as ViewKey].keys }, choices);
        return keys === null ? [] : [`${spokenKeys(keys)} ${verb}.`];
      })
      .join(' '),
  );
}
