/** Keys that views and lists answer themselves, with what they are for. What the window answers: shell/shortcuts.ts. */

/** Where a key counts: one of a place may be the same as one of another place. */
export type KeyPlace = 'anywhere' | 'lists' | 'incidents' | 'map' | 'graphs';

export interface KeyCommand {
  readonly id: string;
  readonly text: string;
  readonly place: KeyPlace;
  /** Until a person chooses others; null: none. See key-notation.ts. */
  readonly keys: string | null;
}

/** Of the window, and printed elsewhere too. */
export const nowKey = { id: 'now', keys: 'n' } as const;
export const wallKey = { id: 'wall', keys: 'w' } as const;

export const viewKeys = {
  filter: { text: 'Filter this list, find on the map', place: 'lists', keys: '/' },
  'time.back': { text: 'A step back in time (Shift: ten)', place: 'anywhere', keys: ',' },
  'time.on': { text: 'A step on in time (Shift: ten)', place: 'anywhere', keys: '.' },
  'time.play': { text: 'Play and pause', place: 'anywhere', keys: 'p' },
  'incident.acknowledge': { text: 'Acknowledge the open incident', place: 'incidents', keys: 'a' },
  'incident.take-back': { text: 'Take an acknowledgement back', place: 'incidents', keys: 'u' },
  'incident.cause': { text: 'Assign a cause to an incident', place: 'incidents', keys: 'c' },
  'incident.note': { text: 'Write a note to chosen incidents', place: 'incidents', keys: 'w' },
  'map.fit': { text: 'Fit the map', place: 'map', keys: 'f' },
  'map.links': { text: 'Go through the links of a device on the map', place: 'map', keys: 'l' },
  'map.zoom-in': { text: 'Zoom into the map', place: 'map', keys: '+' },
  'map.zoom-out': { text: 'Zoom out of the map', place: 'map', keys: '-' },
  'graph.full': { text: 'Fill the window with a graph', place: 'graphs', keys: 'f' },
  'graph.whole': { text: 'Zoom a graph all the way back', place: 'graphs', keys: '0' },
  'graph.zoom-in': { text: 'Zoom into a graph', place: 'graphs', keys: '+' },
  'graph.zoom-out': { text: 'Zoom out of a graph', place: 'graphs', keys: '-' },
  'graph.solo': { text: 'Show one line of a graph alone', place: 'graphs', keys: 's' },
} as const satisfies Readonly<Record<string, Omit<KeyCommand, 'id'>>>;

export type ViewKey = keyof typeof viewKeys;

export const viewKeyList: readonly KeyCommand[] = Object.entries(viewKeys).map(([id, command]) => ({ id, ...command }));
