/**
 * What the guide leads through: real tasks on the real network, in the order in which an outage is dealt with. Each step knows
 * by itself whether it was done, from where the window is and what is selected; nothing is simulated for it. Pure.
 */
import type { Incident } from '../../shared/contract/incidents.ts';
import type { Route } from '../state/route.ts';
import type { Selection } from '../state/selection.ts';

/** All that a step looks at. */
export interface GuideFacts {
  readonly route: Route;
  readonly selection: Selection | null;
  /** The moment shown; null is now. */
  readonly atMs: number | null;
  readonly incidents: readonly Incident[];
  readonly startedAtMs: number;
}

/** Keys in force, in print, with what stands around them: " (G M)"; empty where a command has none. */
export type KeyPrint = (commandId: string) => string;

export interface GuideStep {
  readonly id: string;
  readonly title: string;
  /** What to do. */
  readonly ask: (facts: GuideFacts, key: KeyPrint) => string;
  readonly isDone: (facts: GuideFacts) => boolean;
  /** What there is to see, once it was done. */
  readonly tell: (key: KeyPrint) => string;
  /** What it speaks of, as CSS selectors: the card keeps clear of it. */
  readonly about: readonly string[];
}

/** The device that is down, or was last. */
export function outageOf(incidents: readonly Incident[]): Incident | undefined {
  const down = incidents.filter(({ kind }) => kind === 'device-down');
  const open = down.filter(({ closedAtMs }) => closedAtMs === null);
  return (open.length > 0 ? open : down).toSorted((a, b) => b.openedAtMs - a.openedAtMs)[0];
}

const isOpen = (incidents: readonly Incident[]): boolean => incidents.some(({ closedAtMs }) => closedAtMs === null);

const INSPECTOR = 'aside[aria-label="Inspector"]';

export const guideSteps: readonly GuideStep[] = [
  {
    id: 'incident',
    title: 'Find what is broken',
    ask: ({ incidents }, key) =>
      isOpen(incidents)
        ? `Go to the overview${key('go.overview')} and choose the incident on top of “Open incidents”.`
        : `Nothing is broken just now. In the demo a device fails about three minutes after the start, and again every 20 minutes: wait for it, or choose an older one among the incidents${key('go.incidents')}.`,
    isDone: ({ selection }) => selection?.kind === 'incident',
    tell: () =>
      'One fault is one incident, however many devices it takes along. The inspector says what the root is, what hangs behind it, and why.',
    about: ['section[data-area="incidents"]', 'ul[aria-label="Open incidents"]', INSPECTOR],
  },
  {
    id: 'map',
    title: 'See how far it reaches',
    ask: (_facts, key) => `Press “Map” in the inspector, or go to the map${key('go.map')}.`,
    isDone: ({ route }) => route.view === 'map',
    tell: () =>
      'The dashed outline is the blast radius of a device that is down. What lies behind it is unreachable rather than down, and makes no incidents of its own.',
    about: ['[data-blast]', INSPECTOR],
  },
  {
    id: 'link',
    title: 'Ask why a link is there',
    ask: (_facts, key) =>
      `Click a link on the map. Without a mouse: Tab to the map, arrows to a device, then its links${key('map.links')}.`,
    isDone: ({ selection }) => selection?.kind === 'link',
    tell: () =>
      'Nobody drew this map. The inspector shows what each neighbour reported, word for word, and the rule that made a link of it.',
    about: [INSPECTOR],
  },
  {
    id: 'port',
    title: 'Look at what a port carries',
    ask: (_facts, key) =>
      `Open one of its devices, at the foot of the inspector or from the list${key('go.devices')}; then its tab “Interfaces”, and choose a port.`,
    isDone: ({ selection }) => selection?.kind === 'interface',
    tell: () =>
      'Out is above the line, in below it. A gap stays a gap, and “Why these numbers?” shows how a rate was made. The time bar sets the stretch of every graph.',
    about: [INSPECTOR, '[role="tablist"]'],
  },
  {
    id: 'past',
    title: 'Go back to before it happened',
    ask: (_facts, key) =>
      `Drag the marker in the time bar to the left, to before the outage, or step back${key('time.back')}.`,
    isDone: ({ atMs, incidents }) => {
      const outage = outageOf(incidents);
      return atMs !== null && (outage === undefined || atMs < outage.openedAtMs);
    },
    tell: (key) =>
      `Violet is the past: map, states, graphs and logs are as they were then. “Back to now”${key('now')} leads back.`,
    about: [INSPECTOR],
  },
  {
    id: 'acknowledge',
    title: 'Take it over, and say what it was',
    ask: (_facts, key) =>
      `Go back to now${key('now')} and choose the incident. Acknowledge it${key('incident.acknowledge')}, then assign a cause${key('incident.cause')}.`,
    isDone: ({ incidents, startedAtMs }) =>
      incidents.some(
        ({ acknowledgedAtMs, cause }) => acknowledgedAtMs !== null && cause !== null && cause.atMs >= startedAtMs,
      ),
    tell: () =>
      'Others see at once that you have it. Cause and notes go into the log, and into what the next shift gets.',
    about: ['section[data-area="incidents"]', '[role="treegrid"]', INSPECTOR],
  },
  {
    id: 'handover',
    title: 'Hand over the shift',
    ask: (_facts, key) => `Press “Hand over” on the overview${key('go.overview')}.`,
    isDone: ({ route }) => route.view === 'handover',
    tell: (key) =>
      `What is open, what closed and what was noted, from the file: as Markdown, or on paper. That was the round; “Find anything”${key('palette')} has everything else.`,
    about: ['main header'],
  },
];
