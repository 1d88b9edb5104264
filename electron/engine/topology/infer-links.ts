/**
 * From what devices say of their neighbours to the links of the map. Pure: everything is gathered before, and ids are
 * given out by the caller.
 *
 * Three things are never collapsed: evidence (raw rows), links (resolved here) and their history (rows with goneAtMs). A
 * link that is not found any more is given back as gone, not deleted. A neighbour that no known device fits becomes a
 * ghost, known by its chassis id; one that fits several devices becomes nothing and is listed as ambiguous. Every row gets
 * a sentence that says how it was matched, or why it was not.
 */
import { inProtocolOrder } from '../../../shared/model/neighbour-protocols.ts';
import type { EvidenceRow, LinkRow } from '../store/rows.ts';
import { readEvidence } from './claim.ts';
import type { Claim, Known, Stranger } from './claim.ts';
import { chassisKey, indexDevices, ownChassisKeys } from './device-index.ts';
import type { TopologyDevice } from './device-index.ts';
import { dropOutdated } from './drop-outdated.ts';
import { draftGhosts } from './draft-ghosts.ts';
import type { Ghost, GhostDrafts } from './draft-ghosts.ts';
import { continueLinks } from './keep-link-ids.ts';
import { identityMac } from './normalise.ts';
import { resolveLinks } from './resolve-links.ts';
import type { ResolvedLink } from './resolve-links.ts';
import { finish, type Steps } from '../steps.ts';

export interface InferInput {
  readonly devices: readonly TopologyDevice[];
  readonly evidence: readonly EvidenceRow[];
  /** Links that are not gone. */
  readonly current: readonly LinkRow[];
  readonly nowMs: number;
  readonly nextId: (table: 'links' | 'devices') => number;
}

export interface Inferred {
  /** Every link that exists now. */
  readonly links: LinkRow[];
  /** Those of `links` that are new or differ from their current row. */
  readonly put: LinkRow[];
  /** Rows to close; goneAtMs is set. */
  readonly gone: LinkRow[];
  readonly ghosts: Ghost[];
  /** Unmanaged devices that no link leads to any more. */
  readonly ghostsGone: number[];
  /** By evidence id: how it was matched, or why not. */
  readonly matched: Map<number, string>;
  /** By evidence id: the link it speaks for. */
  readonly linkOf: Map<number, number>;
}

/** NetXMS drops a peer that nothing has confirmed for 30 days; so do we, for tables that are never complete. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;

export const inferLinks = (input: InferInput): Inferred => finish(inferenceOf(input));

/** The same in steps. */
export function* inferenceOf(input: InferInput): Steps<Inferred> {
  const matched = new Map<number, string>();
  const { claims, ghosts } = yield* gatherClaims(input, matched);
  yield;
  const { current, outdated } = dropOutdated(claims);
  for (const claim of outdated) matched.set(claim.row.id, `${claim.how}; outdated: something else is heard there now`);
  const manual = input.current.filter((row) => row.confidence === 'manual');
  const taken = new Set(manual.flatMap((row) => [row.aInterfaceId, row.bInterfaceId]).filter((id) => id !== null));
  const resolved = yield* resolveLinks(current, taken);
  for (const claim of resolved.overruled) matched.set(claim.row.id, `${claim.how}; a surer link holds this port`);
  return { ...(yield* writeLinks(input, resolved.links, manual, ghosts, matched)), matched };
}

/** MACs in chassis ids that no device reports as its own chassis: only these need a look at the ports. */
function unsettledMacs(input: InferInput, managed: readonly TopologyDevice[]): ReadonlySet<string> {
  const own = ownChassisKeys(managed);
  const open = input.evidence.filter(
    (row) => !own.has(chassisKey(row.remoteChassisSubtype, row.remoteChassisId) ?? ''),
  );
  return new Set(open.map((row) => identityMac(row.remoteChassisId)).filter((mac) => mac !== null));
}

function* gatherClaims(
  input: InferInput,
  matched: Map<number, string>,
): Steps<{ claims: Claim[]; ghosts: GhostDrafts }> {
  const managed = input.devices.filter((device) => device.row.managed);
  const ghosts = input.devices.filter((device) => !device.row.managed);
  const macs = unsettledMacs(input, managed);
  const known: Known = {
    devices: new Map(input.devices.map((device) => [device.row.id, device])),
    managed: yield* indexDevices(managed, macs),
    ghosts: yield* indexDevices(ghosts, macs),
  };
  const claims: Claim[] = [];
  const strangers: Stranger[] = [];
  for (const row of input.evidence) {
    yield;
    if (row.lastSeenAtMs < input.nowMs - FORGOTTEN_MS) {
      matched.set(row.id, 'Not heard for 30 days');
      continue;
    }
    const reading = readEvidence(known, row);
    if (reading.kind === 'claim') claims.push(reading.claim);
    else if (reading.kind === 'stranger') strangers.push(reading);
    else matched.set(row.id, reading.how);
  }
  const drafted = draftGhosts(strangers, matched);
  return { claims: [...claims, ...drafted.claims], ghosts: drafted.ghosts };
}

function* writeLinks(
  input: InferInput,
  resolved: readonly ResolvedLink[],
  manual: readonly LinkRow[],
  drafts: GhostDrafts,
  matched: Map<number, string>,
): Steps<Omit<Inferred, 'matched'>> {
  const { links: settled, ghosts } = settleGhosts(input, resolved, drafts);
  const { matches, gone } = yield* continueLinks(
    settled,
    input.current.filter((row) => row.confidence !== 'manual'),
  );
  const linkOf = new Map<number, number>();
  const put: LinkRow[] = [];
  const links: LinkRow[] = [];
  for (const link of settled) {
    yield;
    const before = matches.get(link);
    const row = linkRow(link, before?.row ?? null, before?.turned ?? link.a.deviceId > link.b.deviceId, input.nextId);
    for (const claim of link.claims) {
      linkOf.set(claim.row.id, row.id);
      matched.set(claim.row.id, claim.how);
    }
    if (before === undefined || !equalRows(before.row, row)) put.push(row);
    links.push(row);
  }
  const all = [...manual, ...links];
  const closed = gone.map((row) => ({ ...row, goneAtMs: input.nowMs }));
  return { links: all, put, gone: closed, ghosts, ghostsGone: unlinkedGhosts(input.devices, all), linkOf };
}

function settleGhosts(
  input: InferInput,
  resolved: readonly ResolvedLink[],
  drafts: GhostDrafts,
): { links: ResolvedLink[]; ghosts: Ghost[] } {
  const ids = new Map<number, number>();
  const ghosts: Ghost[] = [];
  const settle = <E extends { readonly deviceId: number }>(end: E): E => {
    const draft = drafts.get(end.deviceId);
    if (draft === undefined) return end;
    const id = ids.get(end.deviceId) ?? input.nextId('devices');
    if (!ids.has(end.deviceId)) ghosts.push({ id, ...draft });
    ids.set(end.deviceId, id);
    return { ...end, deviceId: id };
  };
  return { links: resolved.map((link) => ({ ...link, a: settle(link.a), b: settle(link.b) })), ghosts };
}

function unlinkedGhosts(devices: readonly TopologyDevice[], links: readonly LinkRow[]): number[] {
  const linked = new Set(links.flatMap((row) => [row.aDeviceId, row.bDeviceId]));
  return devices.filter(({ row }) => !row.managed && !linked.has(row.id)).map(({ row }) => row.id);
}

const LINK_COLUMNS = [
  'aDeviceId',
  'aInterfaceId',
  'aPort',
  'bDeviceId',
  'bInterfaceId',
  'bPort',
  'confidence',
  'ageing',
  'protocols',
  'rule',
  'speedBps',
  'firstSeenAtMs',
  'lastSeenAtMs',
] as const satisfies readonly (keyof LinkRow)[];

/** `turned` puts the link's b end first, so that a row that continues keeps its direction. */
function linkRow(link: ResolvedLink, before: LinkRow | null, turned: boolean, nextId: InferInput['nextId']): LinkRow {
  const [a, b] = turned ? [link.b, link.a] : [link.a, link.b];
  const rows = link.claims.map((claim) => claim.row);
  const speeds = [a.port?.speedBps, b.port?.speedBps].filter((speed) => speed !== null && speed !== undefined);
  return {
    id: before?.id ?? nextId('links'),
    aDeviceId: a.deviceId,
    aInterfaceId: a.port?.id ?? null,
    aPort: a.port?.name ?? a.text,
    bDeviceId: b.deviceId,
    bInterfaceId: b.port?.id ?? null,
    bPort: b.port?.name ?? b.text,
    confidence: link.confidence,
    ageing: rows.every((row) => row.missedRuns > 0),
    protocols: JSON.stringify(inProtocolOrder(rows.map((row) => row.protocol))),
    rule: link.rule,
    speedBps: speeds.length === 0 ? null : Math.min(...speeds),
    firstSeenAtMs: before?.firstSeenAtMs ?? Math.min(...rows.map((row) => row.firstSeenAtMs)),
    lastSeenAtMs: Math.max(...rows.map((row) => row.lastSeenAtMs)),
    goneAtMs: null,
  };
}

const equalRows = (one: LinkRow, other: LinkRow): boolean =>
  LINK_COLUMNS.every((column) => one[column] === other[column]);
