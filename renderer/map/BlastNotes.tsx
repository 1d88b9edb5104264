import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { formatMoment } from '../ui/format-time.ts';
import { StateShape } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Frame, MapController } from './live/map-controller.ts';
import { toScreen } from './live/viewport.ts';
import type { Blast } from './scene/scene-types.ts';
import styles from './BlastNotes.module.css';

const GAP = 14;
const EDGE = 8;
const MOST_SHOWN = 4;

/** Under the outline's foot, but always in view; the little arrow goes on pointing at the outline. */
function place(note: HTMLElement, blast: Blast, { viewport, camera }: Frame): void {
  const foot = toScreen(viewport, blast.foot);
  const { width, height } = camera.size;
  const half = note.offsetWidth / 2;
  const x = Math.min(width - half - EDGE, Math.max(half + EDGE, foot.x));
  const y = Math.min(height - note.offsetHeight - EDGE, Math.max(EDGE, foot.y + GAP));
  note.style.transform = `translate(${Math.round(x - half)}px, ${Math.round(y)}px)`;
  const arrow = Math.min(note.offsetWidth - 20, Math.max(20, foot.x - x + half));
  note.style.setProperty('--arrow', `${Math.round(arrow)}px`);
}

/** One sentence for each blast radius: it names the root and counts the rest. */
export function BlastNotes({ controller }: { readonly controller: MapController }): ReactNode {
  const blasts = useStore(controller.shown, (shown) => shown.blasts);
  return blasts
    .slice(0, MOST_SHOWN)
    .map((blast) => <BlastNote key={blast.incidentId} controller={controller} blast={blast} />);
}

function BlastNote({ controller, blast }: { readonly controller: MapController; readonly blast: Blast }): ReactNode {
  const note = useRef<HTMLButtonElement>(null);
  const nowMs = useNow(60_000);
  useEffect(
    () =>
      controller.onFrame((frame) => {
        if (note.current) place(note.current, blast, frame);
      }),
    [controller, blast],
  );
  const behind = `${countText(blast.affected, 'device')} behind it ${blast.affected === 1 ? 'is' : 'are'} unreachable`;
  return (
    <button
      ref={note}
      type="button"
      className={styles.note}
      onClick={() => select({ kind: 'incident', incidentId: blast.incidentId })}
    >
      <StateShape state="down" size={16} />
      <span>
        <strong className={styles.sentence}>
          {blast.rootName} is the root; {behind}
        </strong>
        <span className={styles.more}>
          Incident {blast.incidentId}, open since {formatMoment(blast.openedAtMs, nowMs)}.
        </span>
      </span>
    </button>
  );
}
