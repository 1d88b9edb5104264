/** Writes theme, density and "in the past" onto <html>, where tokens.css reads them. */
import { usePlayhead } from './playhead.ts';
import { usePreferences } from './preferences.ts';

const LIGHT = '(prefers-color-scheme: light)';

function apply(): void {
  const { theme, density } = usePreferences.getState();
  const root = document.documentElement;
  root.dataset['theme'] = theme === 'system' ? (matchMedia(LIGHT).matches ? 'light' : 'dark') : theme;
  root.dataset['density'] = density;
  root.toggleAttribute('data-past', usePlayhead.getState().atMs !== null);
}

/** Follows system theme, preferences and playhead for the life of the page. */
export function followLook(): void {
  apply();
  matchMedia(LIGHT).addEventListener('change', apply);
  usePreferences.subscribe(apply);
  usePlayhead.subscribe(apply);
}
