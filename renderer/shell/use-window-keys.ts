import { useLayoutEffect } from 'react';
import { showOverlay } from '../state/overlay.ts';
import { shortcuts } from './shortcuts.ts';

const CHORD_MS = 1200;

/** Letters typed into a field or pressed in a dialog are not commands. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="menu"]') !== null;
}

/** One handler for the whole window: Ctrl/Cmd-K anywhere, the rest where nobody types. */
export function useWindowKeys(): void {
  // Before the first paint: who sees the window may press a key at once.
  useLayoutEffect(() => {
    let first: { readonly key: string; readonly atMs: number } | null = null;
    function onKeyDown(event: KeyboardEvent): void {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        showOverlay('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const chord = first !== null && event.timeStamp - first.atMs < CHORD_MS ? `${first.key} ${event.key}` : event.key;
      const shortcut = shortcuts.find(({ keys }) => keys === chord) ?? shortcuts.find(({ keys }) => keys === event.key);
      first = event.key === 'g' ? { key: 'g', atMs: event.timeStamp } : null;
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
