import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { formatMoment } from '../ui/format-time.ts';
import { StateShape } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import { useMapChoices } from './live/map-choices.ts';
import type { Frame, MapController } from './live/map-controller.ts';
import { notePlace } from './geometry/note-place.ts';
import { rectAround, type Rect } from './geometry/plane.ts';
import { toScreen } from './live/viewport.ts';
import type { Blast } from './scene/scene-types.ts';
import styles from './BlastNotes.module.css';

const EDGE = 8;
/** With their distance to the corner. */
const CONTROLS = { width: 216, height: 116 } as const;
const LEGEND = { width: 372, height: 144 } as const;
const MOST_SHOWN = 4;

/** What a sentence must not cover: cards of closed sites, and the panels at the lower edge of the map. */
function taken({ viewport, camera, scene }: Frame, legendFolded: boolean): readonly Rect[] {
  const cards = [...scene.nodes.values()].flatMap((node) => {
    if (node.kind !== 'site') return [];
    const at = toScreen(viewport, node);
    return [rectAround(at, node.halfWidth * viewport.zoom + EDGE, node.halfHeight * viewport.zoom + EDGE)];
  });
  const { width, height } = camera.size;
  const controls = { left: width - CONTROLS.width, top: height - CONTROLS.height, right: width, bottom: height };
  const legend = { left: 0, top: height - LEGEND.height, right: LEGEND.width, bottom: height };
  return legendFolded ? [...cards, controls] : [...cards, controls, legend];
}

function place(element: HTMLElement, blast: Blast, frame: Frame, legendFolded: boolean): void {
  const foot = toScreen(frame.viewport, blast.foot);
  const head = toScreen(frame.viewport, { x: blast.foot.x, y: Math.min(...blast.outline.map(({ y }) => y)) });
  const note = { width: element.offsetWidth, height: element.offsetHeight };
  const room = { note, area: frame.camera.size, taken: taken(frame, legendFolded) };
  const { left, top, arrow, above } = notePlace(foot, head.y, room);
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  element.style.setProperty('--arrow', `${Math.round(arrow)}px`);
  element.toggleAttribute('data-above', above);
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
  const legendFolded = useMapChoices((choices) => choices.legendFolded);
  useEffect(
    () =>
      controller.onFrame((frame) => {
        if (note.current) place(note.current, blast, frame, legendFolded);
      }),
    [controller, blast, legendFolded],
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
