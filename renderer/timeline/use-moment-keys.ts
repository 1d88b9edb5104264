import { useEffect } from 'react';
import { usePlayhead } from '../state/playhead.ts';
import { isTyping } from '../shell/use-window-keys.ts';

const FAR = 10;

/** Comma and full stop by their place, so that Shift works on every layout. */
const directions: Readonly<Record<string, -1 | 1>> = { Comma: -1, Period: 1 };

/** Anywhere in the window: comma and full stop step through time, with Shift ten times as far; P plays and pauses. */
export function useMomentKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const { playing, setPlaying, step } = usePlayhead.getState();
      const direction = directions[event.code];
      if (direction !== undefined) step(direction * (event.shiftKey ? FAR : 1));
      else if (event.key === 'p') setPlaying(!playing);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
