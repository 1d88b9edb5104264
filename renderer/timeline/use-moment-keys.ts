import { useEffect } from 'react';
import { isKeyOf, isShiftedKeyOf, keysOfView } from '../state/keymap.ts';
import { usePlayhead } from '../state/playhead.ts';
import { isTyping } from '../shell/use-window-keys.ts';

const FAR = 10;

const steps = { 'time.back': -1, 'time.on': 1 } as const;
/** Comma and full stop by their place, so that Shift works on every layout. */
const places: Readonly<Record<string, string>> = { Comma: ',', Period: '.' };

/** How many steps the key means; 0 where it is none of time. */
function stepsOf(event: KeyboardEvent): number {
  for (const id of ['time.back', 'time.on'] as const) {
    if (places[event.code] === keysOfView(id)) return steps[id] * (event.shiftKey ? FAR : 1);
    if (isKeyOf(id, event)) return steps[id];
    if (isShiftedKeyOf(id, event)) return steps[id] * FAR;
  }
  return 0;
}

/** Anywhere in the window: comma and full stop step through time, with Shift ten times as far; P plays and pauses. */
export function useMomentKeys(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const { playing, setPlaying, step } = usePlayhead.getState();
      const far = stepsOf(event);
      if (far !== 0) step(far);
      else if (isKeyOf('time.play', event)) setPlaying(!playing);
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
