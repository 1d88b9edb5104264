import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { formatMoment } from '../ui/format-time.ts';
import { StateShape } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Frame, MapController } from './live/map-controller.ts';
import { notePlace } from './geometry/note-place.ts';
import { rectAround, type Rect } from './geometry/plane.ts';
import { CONTROLS, LEGEND } from './live/fit-inset.ts';
import { toScreen } from './live/viewport.ts';
import type { Blast } from './scene/scene-types.ts';
import { useLegendFolded } from './use-legend-folded.ts';
import styles from './BlastNotes.module.css';

const EDGE = 8;
const TITLE = { width: 130, height: 34 } as const;
const MOST_SHOWN = 4;

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Placed {
  readonly blast: Blast;
  readonly frame: Frame;
  readonly legendFolded: boolean;
}

/** What a sentence must not cover: cards of closed sites, and the panels at the lower edge of the map. */
function taken({ viewport, camera, scene }: Frame, legendFolded: boolean): readonly Rect[] {
  const cards = [...scene.nodes.values()].flatMap((node) => {
    if (node.kind !== 'site') return [];
    const at = toScreen(viewport, node);
    return [rectAround(at, node.halfWidth * viewport.zoom + EDGE, node.halfHeight * viewport.zoom + EDGE)];
  });
  const { width, height } = camera.size;
  // The titles of sites that begin below the outline.
  const titles = scene.sites.map(({ rect }) => {
    const { x: left, y: top } = toScreen(viewport, { x: rect.left, y: rect.top });
    return { left: left - EDGE, top: top - EDGE, right: left + TITLE.width, bottom: top + TITLE.height };
  });
  const controls = { left: width - CONTROLS.width, top: height - CONTROLS.height, right: width, bottom: height };
  const legend = { left: 0, top: height - LEGEND.height, right: LEGEND.width, bottom: height };
  const always = [...cards, ...titles, controls];
  return legendFolded ? always : [...always, legend];
}

/** Its two sizes, on one line and on two: measured once a text, not once a frame. */
function sizesOf(element: HTMLElement): readonly Size[] {
  return [false, true].map((narrow) => {
    element.toggleAttribute('data-narrow', narrow);
    return { width: element.offsetWidth, height: element.offsetHeight };
  });
}

function place(element: HTMLElement, notes: readonly Size[], { blast, frame, legendFolded }: Placed): void {
  const foot = toScreen(frame.viewport, blast.foot);
  const head = toScreen(frame.viewport, { x: blast.foot.x, y: Math.min(...blast.outline.map(({ y }) => y)) });
  const room = { notes, area: frame.camera.size, taken: taken(frame, legendFolded) };
  const { left, top, arrow, above, size } = notePlace(foot, head.y, room);
  element.toggleAttribute('data-narrow', size > 0);
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
  const sizes = useRef<readonly Size[]>([]);
  const nowMs = useNow(60_000);
  const legendFolded = useLegendFolded();
  const behind = `${countText(blast.affected, 'device')} behind it ${blast.affected === 1 ? 'is' : 'are'} unreachable`;
  useLayoutEffect(() => {
    if (note.current) sizes.current = sizesOf(note.current);
  });
  useEffect(
    () =>
      controller.onFrame((frame) => {
        if (note.current) place(note.current, sizes.current, { blast, frame, legendFolded });
      }),
    [controller, blast, legendFolded],
  );
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
