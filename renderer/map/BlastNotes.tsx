import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { select } from '../state/selection.ts';
import { countText } from '../ui/count-text.ts';
import { formatMoment } from '../ui/format-time.ts';
import { StateShape } from '../ui/StateMark.tsx';
import { useNow } from '../ui/use-now.ts';
import type { Frame, MapController } from './live/map-controller.ts';
import { placeNotes, type AskedNote, type NotePlace, type Size } from './geometry/note-place.ts';
import { rectAround, type Rect } from './geometry/plane.ts';
import { CONTROLS, LEGEND } from './live/fit-inset.ts';
import { toScreen } from './live/viewport.ts';
import { titleWidth } from './paint/site-title.ts';
import type { Blast } from './scene/scene-types.ts';
import { useLegendFolded } from './use-legend-folded.ts';
import styles from './BlastNotes.module.css';

const EDGE = 8;
/** Of the title of a site at its box's upper edge. */
const TITLE_HEIGHT = 34;
const MOST_SHOWN = 4;

/** What a sentence must not cover: cards and titles of sites, and the panels at the lower edge of the map. */
function taken({ viewport, camera, scene }: Frame, legendFolded: boolean): readonly Rect[] {
  const cards = [...scene.nodes.values()].flatMap((node) => {
    if (node.kind !== 'site') return [];
    const at = toScreen(viewport, node);
    return [rectAround(at, node.halfWidth * viewport.zoom + EDGE, node.halfHeight * viewport.zoom + EDGE)];
  });
  const { width, height } = camera.size;
  const titles = scene.sites.map((box) => {
    const { x: left, y: top } = toScreen(viewport, { x: box.rect.left, y: box.rect.top });
    return { left, top: top - EDGE, right: left + titleWidth(box, viewport.zoom), bottom: top + TITLE_HEIGHT - EDGE };
  });
  const controls = { left: width - CONTROLS.width, top: height - CONTROLS.height, right: width, bottom: height };
  const legend = { left: 0, top: height - LEGEND.height, right: LEGEND.width, bottom: height };
  const always = [...cards, ...titles, controls];
  return legendFolded ? always : [...always, legend];
}

/** Its two sizes, on one line and on two: measured once a text, not once a frame. */
function sizesOf(element: HTMLElement): readonly Size[] {
  const wasNarrow = element.hasAttribute('data-narrow');
  const sizes = [false, true].map((narrow) => {
    element.toggleAttribute('data-narrow', narrow);
    return { width: element.offsetWidth, height: element.offsetHeight };
  });
  element.toggleAttribute('data-narrow', wasNarrow);
  return sizes;
}

interface Note {
  readonly element: HTMLElement;
  readonly sizes: readonly Size[];
}

function askedNote({ foot, outline }: Blast, { viewport }: Frame, notes: readonly Size[]): AskedNote {
  const head = toScreen(viewport, { x: foot.x, y: Math.min(...outline.map(({ y }) => y)) });
  return { foot: toScreen(viewport, foot), headY: head.y, notes };
}

function show(element: HTMLElement, place: NotePlace | null): void {
  element.toggleAttribute('data-no-room', place === null);
  if (place === null) return;
  const { left, top, arrow, above, size } = place;
  element.toggleAttribute('data-narrow', size > 0);
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  element.style.setProperty('--arrow', `${Math.round(arrow)}px`);
  element.toggleAttribute('data-above', above);
}

/** Those that took most with them first; that one is told in any case which took more than any other. */
function sorted(blasts: readonly Blast[]): { readonly blasts: readonly Blast[]; readonly must: number } {
  const order = blasts.toSorted((a, b) => b.affected - a.affected).slice(0, MOST_SHOWN);
  const [first, second] = order;
  return { blasts: order, must: first !== undefined && first.affected > (second?.affected ?? 0) ? 1 : 0 };
}

/** One sentence for each blast radius that there is room for: it names the root and counts the rest. */
export function BlastNotes({ controller }: { readonly controller: MapController }): ReactNode {
  const all = useStore(controller.shown, (shown) => shown.blasts);
  const { blasts, must } = useMemo(() => sorted(all), [all]);
  const notes = useRef(new Map<number, Note>());
  const legendFolded = useLegendFolded();
  useEffect(
    () =>
      controller.onFrame((frame) => {
        const shown = blasts.flatMap((blast) => {
          const note = notes.current.get(blast.incidentId);
          return note ? [{ ...note, asked: askedNote(blast, frame, note.sizes) }] : [];
        });
        const room = { area: frame.camera.size, taken: taken(frame, legendFolded), must };
        const places = placeNotes(
          shown.map(({ asked }) => asked),
          room,
        );
        shown.forEach(({ element }, index) => show(element, places[index] ?? null));
      }),
    [controller, blasts, must, legendFolded],
  );
  const keep = useCallback((incidentId: number, element: HTMLElement | null) => {
    if (element === null) notes.current.delete(incidentId);
    else notes.current.set(incidentId, { element, sizes: sizesOf(element) });
  }, []);
  return blasts.map((blast) => <BlastNote key={blast.incidentId} blast={blast} keep={keep} />);
}

interface BlastNoteProps {
  readonly blast: Blast;
  readonly keep: (incidentId: number, element: HTMLElement | null) => void;
}

function BlastNote({ blast, keep }: BlastNoteProps): ReactNode {
  const note = useRef<HTMLButtonElement>(null);
  const nowMs = useNow(60_000);
  const { incidentId, rootName, affected, openedAtMs } = blast;
  const behind = `${countText(affected, 'device')} behind it ${affected === 1 ? 'is' : 'are'} unreachable`;
  const since = formatMoment(openedAtMs, nowMs);
  // Each time: other words have another size.
  useLayoutEffect(() => {
    keep(incidentId, note.current);
    return () => keep(incidentId, null);
  });
  return (
    <button
      ref={note}
      type="button"
      data-blast=""
      className={styles.note}
      onClick={() => select({ kind: 'incident', incidentId })}
    >
      <StateShape state="down" size={16} />
      <span>
        <strong className={styles.sentence}>
          {rootName} is the root; {behind}
        </strong>
        <span className={styles.more}>
          Incident {incidentId}, open since {since}.
        </span>
      </span>
    </button>
  );
}
