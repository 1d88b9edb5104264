/** The keys of the window, for the handler, for the sheet that lists them and for the settings that change them. */
import { showOverlay } from '../state/overlay.ts';
import { viewKeyList, type KeyCommand } from '../state/view-keys.ts';
import { commandKey } from './command-key.ts';
import { commands, isOffered } from './commands.ts';

export interface WindowCommand extends KeyCommand {
  readonly run: () => void;
}

export const finder: WindowCommand = {
  id: 'palette',
  text: 'Find anything',
  place: 'anywhere',
  keys: 'Mod+k',
  run: () => showOverlay('palette'),
};

export const windowCommands: readonly WindowCommand[] = [
  finder,
  ...commands.map((command): WindowCommand => {
    const { id, label, keys = null, run } = command;
    return { id, text: label, place: 'anywhere', keys, run: () => isOffered(command) && run() };
  }),
];

/** Every command that a key can lead to. */
export const allKeyCommands: readonly KeyCommand[] = [...windowCommands, ...viewKeyList];

/** Keys that belong to what has the focus, as in every program, and stay; for the sheet. */
export const fixedKeys: readonly { readonly keys: string; readonly text: string }[] = [
  { keys: 'Escape', text: 'Close the inspector' },
  { keys: '↑ ↓', text: 'Move in a list' },
  { keys: 'Enter', text: 'Open what is selected' },
  { keys: 'F7', text: 'Next change of a configuration' },
  { keys: 'Space', text: 'Mark a configuration for comparing' },
  { keys: 'F6', text: 'Leave a terminal' },
  { keys: '↑ ↓ ← →', text: 'Go from device to device on the map' },
  { keys: 'Shift F10', text: 'What can be done with it: the menu on the map' },
  { keys: 'Shift ↑', text: 'Move a device or what is selected on the map' },
  { keys: `${commandKey} Space`, text: 'Select several on the map' },
  { keys: `${commandKey} A`, text: 'Select all on the map' },
  { keys: 'Backspace', text: 'Fold the stack or site of a device on the map' },
  { keys: '+ −', text: 'Zoom the time bar or the small map' },
  { keys: 'Backspace', text: 'Zoom a graph back' },
  { keys: `${commandKey} Z`, text: 'Undo a move on the map or a change of a board' },
  { keys: 'Space', text: 'Select a row for what is done to many' },
  { keys: 'Shift ↑ ↓', text: 'Select rows on the way' },
  { keys: `${commandKey} A`, text: 'Select all rows shown' },
  { keys: '← →', text: 'Fold and unfold a group; with Shift all' },
  { keys: 'Shift F10', text: 'Open the menu of a row' },
  { keys: 'Alt ← →', text: 'Width of a column; with Shift its place' },
];
