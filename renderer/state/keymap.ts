/** The keys in force: the standard ones, but for those that a person chose or took away. Kept by the browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { areSingle, pressedKeys, type PressedKey } from './key-notation.ts';
import { viewKeys, type KeyCommand, type ViewKey } from './view-keys.ts';

export interface Keymap {
  /** By the command's id; null: none. What is absent is standard. */
  readonly own: Readonly<Record<string, string | null>>;
  /** Letters, digits and signs alone are commands. */
  readonly single: boolean;
  readonly setKeys: (id: string, keys: string | null) => void;
  readonly reset: (id: string) => void;
  readonly resetAll: () => void;
  readonly setSingle: (single: boolean) => void;
}

const NAME = 'trunkline.keys';

export const useKeymap = create<Keymap>()(
  persist(
    (set) => ({
      own: {},
      single: true,
      setKeys: (id, keys) => set(({ own }) => ({ own: { ...own, [id]: keys } })),
      reset: (id) => set(({ own: { [id]: _gone, ...own } }) => ({ own })),
      resetAll: () => set({ own: {} }),
      setSingle: (single) => set({ single }),
    }),
    { name: NAME, version: 1 },
  ),
);

// Another window of this person may have changed them.
if (typeof window !== 'undefined') {
  window.addEventListener('storage', ({ key }) => {
    if (key === NAME) void useKeymap.persist.rehydrate();
  });
}

type Choices = Pick<Keymap, 'own' | 'single'>;

/** What a person set for it, whether or not single keys are on. */
export function chosenKeys(
  { id, keys }: Pick<KeyCommand, 'id' | 'keys'>,
  { own }: Pick<Choices, 'own'>,
): string | null {
  const chosen = own[id];
  return chosen === undefined ? keys : chosen;
}

/** The keys that lead to a command now; null where none do. */
export function keysInForce(
  command: Pick<KeyCommand, 'id' | 'keys'>,
  choices: Choices = useKeymap.getState(),
): string | null {
  const keys = chosenKeys(command, choices);
  return keys !== null && !choices.single && areSingle(keys) ? null : keys;
}

export const keysOfView = (id: ViewKey): string | null => keysInForce({ id, keys: viewKeys[id].keys });

/** On many keyboards the plus needs Shift: the key as it is does, too. */
const ALIKE: Readonly<Record<string, string>> = { '=': '+', _: '-' };

/** Whether the event is the key of a view's command. */
export function isKeyOf(id: ViewKey, event: PressedKey): boolean {
  const pressed = pressedKeys(event);
  const keys = keysOfView(id);
  return pressed !== null && keys !== null && (pressed === keys || ALIKE[pressed] === keys);
}

/** The same with Shift, for what then goes the other way or further. */
export function isShiftedKeyOf(id: ViewKey, event: PressedKey): boolean {
  const keys = keysOfView(id);
  return keys !== null && pressedKeys(event) === `Shift+${keys}`;
}
