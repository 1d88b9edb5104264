/**
 * The state word of every device at one moment: reachability, the graph, maintenance and blindness taken together.
 *
 * A device is *down* only if it is a root: nothing silent stands between it and the console. While a possible root is only
 * suspect, or while the neighbours that would make a device a root have not been asked since it fell silent, everything
 * waits as *suspect*, two intervals at most. That window is what keeps dependents from being called down when their first
 * miss happens to be seen before their root's. A dependent that is still silent when its root answers again stays
 * *unreachable* for two more intervals (routing may need them), then it is judged on its own.
 */
import type { StateWord } from '../../../shared/contract/common.ts';
import { buildGraph } from './device-graph.ts';
import type { DeviceGraph } from './device-graph.ts';
import type { DeviceFact, DeviceVerdict, IncidentFacts, LinkFact } from './incident-facts.ts';
import { faultsByDevice } from './part-faults.ts';
import { isBlind } from './monitor-blind.ts';
import { lastAskedOf, reachabilityOf } from './reachability.ts';
import type { Reachability } from './reachability.ts';
import { findCauses } from './root-cause.ts';
import type { Causes } from './root-cause.ts';

/** A dependent: which roots it stands behind, and since when none of them is silent any more. */
export interface Shadow {
  readonly rootIds: readonly number[];
  readonly releasedAtMs: number | null;
}
export type Shadows = ReadonlyMap<number, Shadow>;

export interface Judgement {
  readonly blind: boolean;
  readonly verdicts: ReadonlyMap<number, DeviceVerdict>;
  readonly shadows: Shadows;
  readonly graph: DeviceGraph;
  /** Root that is down to the devices that are unreachable because of it. */
  readonly behind: ReadonlyMap<number, readonly number[]>;
  readonly parents: ReadonlyMap<number, readonly number[]>;
}

const WAIT_INTERVALS = 2;
const LINK_SLACK_MS = 10_000;

interface Scene {
  readonly facts: IncidentFacts;
  readonly nowMs: number;
  readonly byId: ReadonlyMap<number, DeviceFact>;
  readonly reach: ReadonlyMap<number, Reachability>;
  readonly silent: ReadonlyMap<number, number>;
  readonly answering: ReadonlySet<number>;
  readonly faults: ReturnType<typeof faultsByDevice>;
  /** Devices that a part made degraded a moment ago: they are well since now, not since they answer. */
  readonly wereFaulty: ReadonlySet<number>;
}

export function judgeDevices(
  facts: IncidentFacts,
  before: { readonly shadows: Shadows; readonly blind: boolean; readonly faulty: ReadonlySet<number> },
  nowMs: number,
): Judgement {
  const scene = look(facts, before.faulty, nowMs);
  const graph = buildGraph(
    scene.byId.keys(),
    facts.links.filter((link) => isUsable(scene, link)),
  );
  if (blindNow(scene, before.blind)) return blindJudgement(scene, graph, before.shadows);
  const { vantages } = facts;
  const causes = findCauses({ graph, silentSinceMs: scene.silent, answering: scene.answering, vantages });
  const shadows = castShadows(scene, causes, before.shadows);
  const verdicts = new Map<number, DeviceVerdict>();
  for (const device of facts.devices)
    if (device.managed) verdicts.set(device.id, verdictOf(scene, causes, shadows, device));
  return {
    blind: false,
    verdicts,
    shadows,
    graph,
    behind: unreachableBehind(verdicts, shadows),
    parents: causes.parents,
  };
}

function look(facts: IncidentFacts, wereFaulty: ReadonlySet<number>, nowMs: number): Scene {
  const byId = new Map(facts.devices.map((device) => [device.id, device]));
  const reach = new Map<number, Reachability>();
  const silent = new Map<number, number>();
  const answering = new Set<number>();
  for (const device of facts.devices) {
    if (!device.managed) continue;
    const told = reachabilityOf(device.reach, facts.icmpIntervalMs, nowMs);
    reach.set(device.id, told);
    if (told.kind === 'suspect' || told.kind === 'silent') silent.set(device.id, told.sinceMs ?? nowMs);
    else if (told.kind !== 'unknown') answering.add(device.id);
  }
  return { facts, nowMs, byId, reach, silent, answering, faults: faultsByDevice(facts.parts, byId), wereFaulty };
}

/** A link that broke well before an end fell silent is no way to it; one that broke with it is how we know its place. */
function isUsable({ facts, silent }: Scene, link: LinkFact): boolean {
  if (link.state !== 'down') return true;
  const ends = [silent.get(link.aDeviceId), silent.get(link.bDeviceId)].filter((ms) => ms !== undefined);
  return ends.length > 0 && link.sinceMs >= Math.min(...ends) - WAIT_INTERVALS * facts.icmpIntervalMs - LINK_SLACK_MS;
}

function blindNow({ facts, reach, silent, answering }: Scene, wasBlind: boolean): boolean {
  return isBlind({
    silentSinceMs: [...silent.values()],
    anyConfirmed: [...silent.keys()].some((id) => reach.get(id)?.kind === 'silent'),
    answering: answering.size,
    localLinkDown: facts.localLinkDown,
    icmpIntervalMs: facts.icmpIntervalMs,
    wasBlind,
  });
}

function blindJudgement(scene: Scene, graph: DeviceGraph, shadows: Shadows): Judgement {
  const because = 'this console is cut off, so nothing can be said of the device';
  const verdicts = new Map<number, DeviceVerdict>();
  for (const device of scene.facts.devices) {
    if (device.managed) verdicts.set(device.id, { state: 'blind', sinceMs: scene.nowMs, because });
  }
  return { blind: true, verdicts, shadows, graph, behind: new Map(), parents: new Map() };
}

function castShadows(scene: Scene, causes: Causes, before: Shadows): Map<number, Shadow> {
  const shadows = new Map<number, Shadow>();
  for (const id of scene.silent.keys()) {
    const rootIds = causes.rootsOf.get(id) ?? [];
    const old = before.get(id);
    if (rootIds.length > 0) shadows.set(id, { rootIds, releasedAtMs: null });
    else if (old !== undefined) shadows.set(id, { ...old, releasedAtMs: old.releasedAtMs ?? scene.nowMs });
  }
  return shadows;
}

function verdictOf(scene: Scene, causes: Causes, shadows: Shadows, device: DeviceFact): DeviceVerdict {
  const told = scene.reach.get(device.id);
  const { sinceMs, because } = told ?? { sinceMs: null, because: null };
  const say = (state: StateWord, why: string | null): DeviceVerdict => ({ state, sinceMs, because: why });
  if (device.maintenance) return say('maintenance', because);
  if (told === undefined || told.kind === 'unknown') return say('unknown', because);
  if (told.kind === 'answers') {
    const fault = scene.faults.get(device.id);
    if (fault !== undefined) return { state: 'degraded', ...fault };
    return scene.wereFaulty.has(device.id) ? { state: 'up', sinceMs: null, because } : say('up', because);
  }
  if (told.kind === 'degraded') return say('degraded', because);
  return silentVerdict(scene, causes, shadows.get(device.id), device, told);
}

function silentVerdict(
  scene: Scene,
  causes: Causes,
  shadow: Shadow | undefined,
  device: DeviceFact,
  told: Reachability,
): DeviceVerdict {
  const { sinceMs, because } = told;
  const suspect: DeviceVerdict = { state: 'suspect', sinceMs, because };
  const unreachable = (why: string): DeviceVerdict => ({ state: 'unreachable', sinceMs, because: why });
  const roots = causes.rootsOf.get(device.id) ?? [];
  if (roots.length > 0) {
    const settled = roots.some((root) => isSettledRoot(scene, causes, root));
    if (settled) return unreachable(`it stands behind ${names(scene, roots)}`);
    return isOverdue(scene, sinceMs) && told.kind === 'silent'
      ? unreachable(`it stands behind ${names(scene, roots)}`)
      : suspect;
  }
  if (shadow !== undefined && isRecovering(scene, shadow)) {
    return unreachable(`it stood behind ${names(scene, shadow.rootIds)} and has not come back yet`);
  }
  return isSettledRoot(scene, causes, device.id) ? { state: 'down', sinceMs, because } : suspect;
}

/** Silent beyond doubt, and what makes it a root was asked after it fell silent. */
function isSettledRoot(scene: Scene, causes: Causes, rootId: number): boolean {
  const told = scene.reach.get(rootId);
  if (told?.kind !== 'silent') return false;
  const parents = causes.parents.get(rootId) ?? [];
  const asked = (id: number): boolean => {
    const device = scene.byId.get(id);
    return device !== undefined && (lastAskedOf(device.reach) ?? 0) >= (told.sinceMs ?? 0);
  };
  return parents.length === 0 || parents.some(asked) || isOverdue(scene, told.sinceMs);
}

const isOverdue = ({ facts, nowMs }: Scene, sinceMs: number | null): boolean =>
  nowMs - (sinceMs ?? nowMs) > WAIT_INTERVALS * facts.icmpIntervalMs;

const isRecovering = ({ facts, nowMs }: Scene, shadow: Shadow): boolean =>
  shadow.releasedAtMs !== null && nowMs - shadow.releasedAtMs < WAIT_INTERVALS * facts.icmpIntervalMs;

const names = ({ byId }: Scene, ids: readonly number[]): string =>
  ids.map((id) => byId.get(id)?.name ?? 'a device that was removed').join(', ');

function unreachableBehind(
  verdicts: ReadonlyMap<number, DeviceVerdict>,
  shadows: Shadows,
): ReadonlyMap<number, readonly number[]> {
  const behind = new Map<number, number[]>();
  for (const [id, { rootIds }] of shadows) {
    if (verdicts.get(id)?.state !== 'unreachable') continue;
    for (const root of rootIds) behind.set(root, [...(behind.get(root) ?? []), id]);
  }
  return behind;
}
