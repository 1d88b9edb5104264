import { useLayoutEffect } from 'react';
import { areSingle, pressedKeys } from '../state/key-notation.ts';
import { keysInForce } from '../state/keymap.ts';
import { select } from '../state/selection.ts';
import { windowCommands, type WindowCommand } from './shortcuts.ts';

const CHORD_MS = 1200;

/** Letters typed into a field or pressed in a dialog are not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;
}

const commandOf = (keys: string): WindowCommand | undefined =>
  windowCommands.find((command) => keysInForce(command) === keys);

const beginsChord = (press: string): boolean =>
  windowCommands.some((command) => keysInForce(command)?.startsWith(`${press} `) === true);

/** The first key of a chord waits for the second, which then belongs to nobody else. */
function chords(): (event: KeyboardEvent) => void {
  let first: { readonly press: string; readonly atMs: number } | null = null;
  return (event) => {
    const press = pressedKeys(event);
    if (press === null) return;
    const waiting = first !== null && event.timeStamp - first.atMs < CHORD_MS ? first.press : null;
    first = null;
    if (isTyping(event.target)) return;
    const command = waiting === null ? undefined : commandOf(`${waiting} ${press}`);
    if (command === undefined) {
      if (beginsChord(press)) first = { press, atMs: event.timeStamp };
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    command.run();
  };
}

function onKeyDown(event: KeyboardEvent): void {
  const press = pressedKeys(event);
  if (press === null || event.defaultPrevented) return;
  const typing = isTyping(event.target);
  const command = commandOf(press);
  // What is no sign that could be typed works from within a field, too: Ctrl K.
  if (command !== undefined && !(typing && (areSingle(press) || !press.includes('Mod')))) {
    event.preventDefault();
    command.run();
  } else if (press === 'Escape' && !typing) {
    event.preventDefault();
    select(null);
  }
}

/** One handler for the whole window; chords come before whatever has the focus. */
export function useWindowKeys(): void {
  // Before the first paint: who sees the window may press a key at once.
  useLayoutEffect(() => {
    const onChord = chords();
    window.addEventListener('keydown', onChord, { capture: true });
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onChord, { capture: true });
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
