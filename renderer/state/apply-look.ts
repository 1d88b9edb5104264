/** Writes theme, density and "in the past" onto <html>, where tokens.css reads them. Paper is light, whatever the screen is. */
import { usePlayhead } from './playhead.ts';
import { usePreferences } from './preferences.ts';

const LIGHT = '(prefers-color-scheme: light)';
const PAPER = 'print';

function apply(): void {
  const { theme, density } = usePreferences.getState();
  const root = document.documentElement;
  const screen = theme === 'system' ? (matchMedia(LIGHT).matches ? 'light' : 'dark') : theme;
  root.dataset['theme'] = matchMedia(PAPER).matches ? 'light' : screen;
  root.dataset['density'] = density;
  root.toggleAttribute('data-past', usePlayhead.getState().atMs !== null);
}

/** Follows system theme, preferences and playhead for the life of the page. */
export function followLook(): void {
  apply();
  matchMedia(LIGHT).addEventListener('change', apply);
  matchMedia(PAPER).addEventListener('change', apply);
  usePreferences.subscribe(apply);
  usePlayhead.subscribe(apply);
}
