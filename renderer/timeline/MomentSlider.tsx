import type { KeyboardEvent, ReactNode } from 'react';
import { usePlayhead } from '../state/playhead.ts';
import { formatDay, formatSecond, zoneName } from '../ui/format-time.ts';
import { useNow } from '../ui/use-now.ts';
import styles from './TimeBar.module.css';

export interface MomentSliderProps {
  readonly left: number;
  readonly width: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const FAR = 10;

/** Steps that a key leads back or on; null for keys of others. */
function stepsOf(event: KeyboardEvent): number | null {
  const many = event.shiftKey ? FAR : 1;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -many;
    case 'ArrowRight':
    case 'ArrowUp':
      return many;
    case 'PageDown':
      return -FAR;
    case 'PageUp':
      return FAR;
    default:
      return null;
  }
}

/** Over the axis: the moment shown as a slider for keys and screen readers; the pointer drags it through the bar itself. */
export function MomentSlider({ left, width, fromMs, toMs }: MomentSliderProps): ReactNode {
  const { atMs, step, goToMoment, goToNow } = usePlayhead();
  const nowMs = useNow(10_000);
  const shownMs = Math.round(atMs ?? nowMs);
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = stepsOf(event);
    if (steps !== null) step(steps);
    else if (event.key === 'Home') goToMoment(fromMs);
    else if (event.key === 'End') goToNow();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.slider}
      style={{ left, width }}
      role="slider"
      tabIndex={0}
      aria-label="Moment shown"
      aria-valuemin={Math.round(fromMs)}
      aria-valuemax={Math.round(Math.max(toMs, shownMs))}
      aria-valuenow={Math.max(Math.round(fromMs), shownMs)}
      aria-valuetext={atMs === null ? 'Now' : `${formatDay(shownMs)}, ${formatSecond(shownMs)} ${zoneName(shownMs)}`}
      onKeyDown={onKeyDown}
    />
  );
}
