/** Which nodes the map shows, where, and with which words: devices, stacks of leaves, cards of closed sites. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Position } from '../../../shared/contract/topology.ts';
import { formatAge } from '../../../shared/units/durations.ts';
import { countText } from '../../ui/count-text.ts';
import { stateNames, type StateName } from '../../ui/state-marks.ts';
import type { Point } from '../geometry/plane.ts';
import type { Fold } from './fold-leaves.ts';
import { deviceKey, siteKey, type SceneNode } from './scene-types.ts';
import { commonestOf, countStates, countsInWords, worstOf } from './state-counts.ts';

export const NODE_HALF = 18;
export const ROUTER_HALF = 19;
export const SITE_CARD = { halfWidth: 92, halfHeight: 30 } as const;

const FOLD_NOUNS: Partial<Readonly<Record<Device['kind'], string>>> = {
  switch: 'access',
  'l3-switch': 'access',
  'access-point': 'access points',
  camera: 'cameras',
  printer: 'printers',
  ups: 'UPSes',
};
/** A group is told in the colour of these; others are quiet. */
const LOUD: ReadonlySet<StateName> = new Set(['down', 'degraded', 'blind', 'unreachable']);

function detailOf(device: Device, flapping: boolean, nowMs: number): string | null {
  if (device.state === 'down') return `Down ${formatAge(nowMs - device.stateSinceMs)}`;
  if (flapping && (device.state === 'degraded' || device.state === 'up')) return 'Uplink flapping';
  if (device.state !== 'up' && !(device.state === 'unknown' && !device.managed)) return stateNames[device.state];
  return device.kind === 'outside' && (device.sysDescr?.length ?? 99) <= 24 ? device.sysDescr : null;
}

export function deviceNode(
  device: Device,
  position: Position | undefined,
  flapping: boolean,
  nowMs: number,
): SceneNode {
  const round = device.kind === 'router' || device.kind === 'outside';
  const half = round ? ROUTER_HALF : NODE_HALF;
  const ghost = !device.managed || device.kind === 'outside';
  const state = ghost && device.state === 'unknown' ? 'up' : device.state;
  return {
    key: deviceKey(device.id),
    kind: 'device',
    deviceIds: [device.id],
    x: position?.x ?? 0,
    y: position?.y ?? 0,
    round,
    halfWidth: half,
    halfHeight: half,
    glyph: device.kind,
    state,
    worst: null,
    ghost,
    name: device.name,
    detail: detailOf(device, flapping, nowMs),
    detailState: state !== 'up' ? state : flapping ? 'degraded' : null,
    counts: [{ state: device.state, count: 1 }],
    pinned: position?.pinned ?? false,
  };
}

/** A stack stands in the middle of its members' first row. */
export function foldPlace(places: readonly Point[]): Point {
  if (places.length === 0) return { x: 0, y: 0 };
  const xs = places.map(({ x }) => x);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: Math.min(...places.map(({ y }) => y)) };
}

export function foldNode(fold: Fold, members: readonly Device[], places: readonly Point[]): SceneNode {
  const counts = countStates(members.map((device) => device.state));
  const worst = worstOf(counts);
  const state = commonestOf(counts);
  return {
    key: fold.key,
    kind: 'fold',
    deviceIds: fold.memberIds,
    ...foldPlace(places),
    round: false,
    halfWidth: NODE_HALF,
    halfHeight: NODE_HALF,
    glyph: fold.kind,
    state,
    worst: worst === state ? null : worst,
    ghost: false,
    name: `${members.length} ${FOLD_NOUNS[fold.kind] ?? 'devices'}`,
    detail: countsInWords(counts),
    detailState: LOUD.has(worst) ? worst : null,
    counts,
    pinned: false,
  };
}

/** From the gateway up to the upper edge of the box that its open site has. */
const ABOVE_GATEWAY = 86;

/** `gateway` is the place of the member that the site hangs on: the card stands where the box of the open site begins. */
export function siteNode(site: string, members: readonly Device[], gateway: Point): SceneNode {
  const counts = countStates(members.map((device) => device.state));
  const state = worstOf(counts);
  return {
    key: siteKey(site),
    kind: 'site',
    deviceIds: members.map((device) => device.id),
    x: gateway.x,
    y: gateway.y - ABOVE_GATEWAY + SITE_CARD.halfHeight,
    round: false,
    ...SITE_CARD,
    glyph: 'outside',
    state,
    worst: null,
    ghost: false,
    name: site,
    detail: countText(members.length, 'device'),
    detailState: null,
    counts,
    pinned: false,
  };
}
