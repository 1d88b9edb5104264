/** The keys of the window, for the handler and for the sheet that lists them. */
import { goTo } from '../state/route.ts';
import { showOverlay } from '../state/overlay.ts';
import { usePlayhead } from '../state/playhead.ts';
import { select } from '../state/selection.ts';
import { enterWall } from '../state/wall.ts';
import { commandKey } from './command-key.ts';
import { mainViews, settingsView } from './views.ts';

export interface Shortcut {
  /** As the sheet prints it; chords have a space. */
  readonly keys: string;
  readonly text: string;
  readonly run: () => void;
}

export const shortcuts: readonly Shortcut[] = [
  ...[...mainViews, settingsView].map((view) => ({
    keys: `g ${view.key}`,
    text: `Go to ${view.label}`,
    run: () => goTo(view.route),
  })),
  { keys: '?', text: 'Show all keys', run: () => showOverlay('keys') },
  { keys: 'n', text: 'Back to now', run: () => usePlayhead.getState().goToNow() },
  { keys: 'w', text: 'Wall mode: map and open incidents, full screen', run: enterWall },
  { keys: 'Escape', text: 'Close the inspector', run: () => select(null) },
];

/** Keys that a view or a list handles itself; here for the sheet only. */
export const keysElsewhere: readonly { readonly keys: string; readonly text: string }[] = [
  { keys: '/', text: 'Filter this list, find on the map' },
  { keys: 'a', text: 'Acknowledge the open incident' },
  { keys: ', .', text: 'A step back, a step on in time (Shift: ten)' },
  { keys: 'p', text: 'Play and pause' },
  { keys: '↑ ↓', text: 'Move in a list' },
  { keys: 'F7', text: 'Next change of a configuration' },
  { keys: 'Space', text: 'Mark a configuration for comparing' },
  { keys: 'F6', text: 'Leave a terminal' },
  { keys: '↑ ↓ ← →', text: 'Go from device to device on the map' },
  { keys: 'l', text: 'Go through the links of a device on the map' },
  { keys: 'Shift F10', text: 'What can be done with it: the menu on the map' },
  { keys: 'Shift ↑', text: 'Move a device or what is selected on the map' },
  { keys: `${commandKey} Space`, text: 'Select several on the map' },
  { keys: `${commandKey} A`, text: 'Select all on the map' },
  { keys: 'Backspace', text: 'Fold the stack or site of a device on the map' },
  { keys: 'f', text: 'Fit the map, or fill the window with a graph' },
  { keys: '+ −', text: 'Zoom the map' },
  { keys: 'Backspace', text: 'Zoom a graph back' },
  { keys: `${commandKey} Z`, text: 'Undo a move on the map or a change of a board' },
  { keys: 'Space', text: 'Select a row for what is done to many' },
  { keys: 'Shift ↑ ↓', text: 'Select rows on the way' },
  { keys: `${commandKey} A`, text: 'Select all rows shown' },
  { keys: '← →', text: 'Fold and unfold a group; with Shift all' },
  { keys: 'Shift F10', text: 'Open the menu of a row' },
  { keys: 'Alt ← →', text: 'Width of a column; with Shift its place' },
  { keys: 'Enter', text: 'Open what is selected' },
];
