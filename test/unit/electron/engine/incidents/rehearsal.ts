import type {
  DeviceFact,
  IncidentChange,
  IncidentFacts,
  LinkFact,
} from '../../../../../electron/engine/incidents/incident-facts.ts';
import { NO_INCIDENTS, stepIncidents } from '../../../../../electron/engine/incidents/incident-machine.ts';
import type { IncidentState } from '../../../../../electron/engine/incidents/incident-machine.ts';
import { NEVER_ASKED, noteIcmp, noteSnmp } from '../../../../../electron/engine/incidents/reachability.ts';
import type { ReachMemory } from '../../../../../electron/engine/incidents/reachability.ts';

export const INTERVAL_MS = 10_000;

/** "r1" is device 1. */
export const idOf = (name: string): number => Number(name.replace(/\D/g, ''));

export interface Rehearsal {
  readonly nowMs: number;
  /** Everything that changed so far, as "open r4 is down [5,6]". */
  readonly story: string[];
  readonly changes: IncidentChange[];
  /** Lets rounds of echoes pass; `dead` do not answer. One step of the machine after each round. */
  rounds(count: number, dead?: readonly string[]): void;
  /** One round in which only these are asked (a staggered pinger). */
  ask(names: readonly string[], dead?: readonly string[], afterMs?: number): void;
  snmp(name: string, word: 'answers' | 'silent' | 'refused'): void;
  link(name: string, change: Partial<LinkFact>): void;
  device(name: string, change: Partial<DeviceFact>): void;
  set(change: Partial<IncidentFacts>): void;
  readonly state: (name: string) => string | undefined;
  open(): string[];
  /** Forgets all but the incidents, as a restart of the engine does. */
  restart(state: IncidentState): void;
  step(): void;
}

/** A network of `links` such as "r1-r2", played to the incident machine. */
export function rehearse(
  names: readonly string[],
  links: readonly string[],
  vantages: readonly string[] = [],
): Rehearsal {
  let nowMs = 1_000_000;
  let nextId = 1;
  let state: IncidentState = NO_INCIDENTS;
  let verdicts: ReadonlyMap<number, { state: string }> = new Map();
  let extra: Partial<IncidentFacts> = {};
  const story: string[] = [];
  const changes: IncidentChange[] = [];
  const reach = new Map<number, ReachMemory>();
  const devices = new Map(names.map((name) => [idOf(name), deviceFact(name)]));
  const linkFacts = new Map(links.map((name, i) => [name, linkFact(name, i + 1)]));
  const memory = (id: number) => reach.get(id) ?? NEVER_ASKED;
  const step = (): void => {
    const facts: IncidentFacts = {
      devices: [...devices.values()].map((device) => ({ ...device, reach: memory(device.id) })),
      links: [...linkFacts.values()],
      parts: [],
      vantages: vantages.map(idOf),
      localLinkDown: false,
      icmpIntervalMs: INTERVAL_MS,
      counterIntervalMs: INTERVAL_MS,
      holdDownMs: 0,
      holdUpMs: 0,
      ...extra,
    };
    const done = stepIncidents(state, facts, nowMs, () => nextId++);
    state = done.state;
    verdicts = done.verdicts;
    changes.push(...done.changes);
    story.push(...done.changes.map(sentence));
  };
  const ask = (asked: readonly string[], dead: readonly string[] = [], afterMs = INTERVAL_MS): void => {
    nowMs += afterMs;
    for (const name of asked) {
      if (devices.get(idOf(name))?.managed === true)
        reach.set(idOf(name), noteIcmp(memory(idOf(name)), !dead.includes(name), nowMs));
    }
    step();
  };
  return {
    get nowMs() {
      return nowMs;
    },
    story,
    changes,
    rounds: (count, dead = []) => {
      for (let i = 0; i < count; i += 1) ask(names, dead);
    },
    ask,
    snmp: (name, word) => void reach.set(idOf(name), noteSnmp(memory(idOf(name)), word, nowMs)),
    link: (name, change) => {
      const before = linkFacts.get(name);
      if (before === undefined) throw new Error(`no link ${name}`);
      linkFacts.set(name, { ...before, sinceMs: nowMs, ...change });
    },
    device: (name, change) =>
      void devices.set(idOf(name), { ...(devices.get(idOf(name)) ?? deviceFact(name)), ...change }),
    set: (change) => {
      extra = { ...extra, ...change };
    },
    state: (name) => verdicts.get(idOf(name))?.state,
    open: () => [...state.open.values()].map((incident) => incident.title),
    restart: (restored) => {
      state = restored;
      reach.clear();
    },
    step,
  };
}

const sentence = ({ phase, incident }: IncidentChange): string =>
  `${phase} ${incident.title}${incident.affected.length > 0 ? ` [${incident.affected.toSorted((a, b) => a - b).join(',')}]` : ''}`;

const deviceFact = (name: string): DeviceFact => ({
  id: idOf(name),
  name,
  site: null,
  kind: 'router',
  managed: true,
  maintenance: false,
  reach: NEVER_ASKED,
  restarted: null,
  hostKeyChanged: null,
  flapping: false,
});

function linkFact(name: string, id: number): LinkFact {
  const [a = '', b = ''] = name.split('-');
  return {
    id,
    name: `${a} to ${b}`,
    aDeviceId: idOf(a),
    aInterfaceId: 100 + id,
    bDeviceId: idOf(b),
    bInterfaceId: 200 + id,
    state: 'up',
    sinceMs: 0,
    because: null,
    flapping: false,
  };
}
