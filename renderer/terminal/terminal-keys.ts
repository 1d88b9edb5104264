/** Keys that the page takes for itself while a terminal has the focus; all others are the device's. Pure. */
export type PageKey = 'leave' | 'find' | 'copy' | 'paste';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'metaKey' | 'altKey'>;

/**
 * Copy is Ctrl-Shift-C, Ctrl-Insert, and Ctrl-C while something is selected (else that is the device's interrupt); on a Mac
 * Cmd-C. Paste is left to the browser (Ctrl-Shift-V, Shift-Insert, Cmd-V), which brings the clipboard without a permission.
 */
export function pageKey(pressed: Pressed, hasSelection: boolean): PageKey | null {
  const { ctrlKey, shiftKey, metaKey, altKey } = pressed;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (altKey) return null;
  if (key === 'F6' && !ctrlKey && !metaKey) return 'leave';
  if ((ctrlKey && shiftKey && key === 'f') || (metaKey && key === 'f')) return 'find';
  if (key === 'c' && ctrlKey && (shiftKey || hasSelection)) return 'copy';
  if (key === 'c' && metaKey) return 'copy';
  if (key === 'Insert' && ctrlKey) return 'copy';
  if (key === 'v' && ((ctrlKey && shiftKey) || metaKey)) return 'paste';
  if (key === 'Insert' && shiftKey) return 'paste';
  return null;
}
