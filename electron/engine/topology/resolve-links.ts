/**
 * Makes links of claims, in passes from sure to less sure: two-sided by each protocol, LLDP first and then the vendors', then one-sided.
 *
 * A port that a pass has taken is closed to later passes: where LLDP names the switch in between, CDP that passed through
 * it names what is behind. Within one pass a port may have several peers, which is a shared segment and true. The same two
 * ends from a second protocol add that protocol to the link. Parallel links stay apart, because ports tell them apart.
 */
import { NEIGHBOUR_PROTOCOL_WORDS } from '../../../shared/model/neighbour-protocols.ts';
import type { NeighbourProtocol } from '../../../shared/model/neighbour-protocols.ts';
import type { Claim, ClaimEnd } from './claim.ts';
import { pairClaims } from './pair-claims.ts';
import type { Steps } from '../steps.ts';

export interface ResolvedLink {
  readonly a: ClaimEnd;
  readonly b: ClaimEnd;
  readonly confidence: 'confirmed' | 'one-sided';
  readonly rule: string;
  /** Every claim that speaks for it, of any protocol. */
  readonly claims: Claim[];
}

export interface Resolution {
  readonly links: ResolvedLink[];
  /** Claims that a surer link overrules. */
  readonly overruled: Claim[];
}

type Candidate = Omit<ResolvedLink, 'rule'>;

/** Protocols of one family send the same frames: each end of a cable may call them by another name. */
const FAMILY: Readonly<Record<NeighbourProtocol, NeighbourProtocol>> = {
  LLDP: 'LLDP',
  CDP: 'CDP',
  ISDP: 'CDP',
  FDP: 'FDP',
  EDP: 'EDP',
  NDP: 'NDP',
  SONMP: 'SONMP',
  MNDP: 'MNDP',
};
const familyOf = (word: string): string | undefined => (FAMILY as Readonly<Record<string, string>>)[word];
const FAMILIES = NEIGHBOUR_PROTOCOL_WORDS.filter((word) => FAMILY[word] === word);

/** `taken` holds interface ids that links drawn by hand already use. */
export function* resolveLinks(claims: readonly Claim[], taken: ReadonlySet<number>): Steps<Resolution> {
  const links: ResolvedLink[] = [];
  const overruled: Claim[] = [];
  const closed = new Set(taken);
  const between = new Grouped<string>();
  for (const { rule, candidates } of yield* passes(claims)) {
    const accepted: ResolvedLink[] = [];
    const onPort = new Grouped<number>();
    for (const candidate of candidates) {
      yield;
      const same = between.of(devicePair(candidate)).find((link) => sameLink(link, candidate));
      if (same !== undefined) same.claims.push(...candidate.claims);
      else if (portsOf(candidate).some((id) => closed.has(id)) || clashes(onPort, candidate)) {
        overruled.push(...candidate.claims);
      } else {
        const link = { ...candidate, rule };
        accepted.push(link);
        between.add(devicePair(link), link);
        for (const id of portsOf(link)) onPort.add(id, link);
      }
    }
    for (const id of accepted.flatMap(portsOf)) closed.add(id);
    links.push(...accepted);
  }
  return { links, overruled };
}

class Grouped<K> {
  readonly #groups = new Map<K, ResolvedLink[]>();
  of(key: K): readonly ResolvedLink[] {
    return this.#groups.get(key) ?? [];
  }
  add(key: K, link: ResolvedLink): void {
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, [link]);
    else group.push(link);
  }
}

const devicePair = ({ a, b }: { a: ClaimEnd; b: ClaimEnd }): string =>
  a.deviceId < b.deviceId ? `${a.deviceId} ${b.deviceId}` : `${b.deviceId} ${a.deviceId}`;

function* passes(claims: readonly Claim[]): Steps<{ rule: string; candidates: Candidate[] }[]> {
  const twoSided: { rule: string; candidates: Candidate[] }[] = [];
  const oneSided: { rule: string; candidates: Candidate[] }[] = [];
  for (const family of FAMILIES) {
    const { confirmed, single } = yield* candidatesOf(claims, family);
    twoSided.push({ rule: `${family === 'LLDP' ? 2 : 3} ${family} two-sided`, candidates: confirmed });
    oneSided.push({ rule: `4 ${family} one-sided`, candidates: single });
  }
  return [...twoSided, ...oneSided];
}

function* candidatesOf(
  claims: readonly Claim[],
  family: NeighbourProtocol,
): Steps<{ confirmed: Candidate[]; single: Candidate[] }> {
  const { pairs, single } = yield* pairClaims(claims.filter(({ row }) => familyOf(row.protocol) === family));
  const confirmed = pairs.map(({ a, b, one, other }) => candidate(a, b, 'confirmed', [one, other]));
  const alone = single.map((claim) => candidate(claim.local, claim.remote, 'one-sided', [claim]));
  return { confirmed: confirmed.sort(freshFirst), single: alone.sort(freshFirst) };
}

const candidate = (a: ClaimEnd, b: ClaimEnd, confidence: Candidate['confidence'], claims: Claim[]): Candidate => ({
  a,
  b,
  confidence,
  claims,
});

/** Heard in the last run, then heard most recently, then oldest acquaintance: the order must not depend on the input's. */
function freshFirst(one: Candidate, other: Candidate): number {
  const [x, y] = [ageOf(one), ageOf(other)];
  return x.missed - y.missed || y.lastSeenAtMs - x.lastSeenAtMs || x.firstId - y.firstId;
}

function ageOf({ claims }: Candidate): { missed: number; lastSeenAtMs: number; firstId: number } {
  return {
    missed: Math.min(1, ...claims.map((claim) => claim.row.missedRuns)),
    lastSeenAtMs: Math.max(...claims.map((claim) => claim.row.lastSeenAtMs)),
    firstId: Math.min(...claims.map((claim) => claim.row.id)),
  };
}

const portsOf = ({ a, b }: { a: ClaimEnd; b: ClaimEnd }): number[] =>
  [a.port?.id, b.port?.id].filter((id) => id !== undefined);

/** The same two devices, and no port that speaks against it; at least one known port must agree. */
function sameLink(link: { a: ClaimEnd; b: ClaimEnd }, other: { a: ClaimEnd; b: ClaimEnd }): boolean {
  return sameEnds(link.a, other.a, link.b, other.b) || sameEnds(link.a, other.b, link.b, other.a);
}

function sameEnds(a: ClaimEnd, x: ClaimEnd, b: ClaimEnd, y: ClaimEnd): boolean {
  if (a.deviceId !== x.deviceId || b.deviceId !== y.deviceId) return false;
  const [left, right] = [agreement(a, x), agreement(b, y)];
  return left !== 'differ' && right !== 'differ' && (left === 'agree' || right === 'agree');
}

function agreement(one: ClaimEnd, other: ClaimEnd): 'agree' | 'open' | 'differ' {
  if (one.port !== null && other.port !== null) return one.port.id === other.port.id ? 'agree' : 'differ';
  if (one.port === null && other.port === null) return one.text !== null && one.text === other.text ? 'agree' : 'open';
  return 'open';
}

/** Two fresh links of one pass may share a port (a segment), unless both lead to the same device or this one is old. */
function clashes(onPort: Grouped<number>, candidate: Candidate): boolean {
  const rivals = portsOf(candidate).flatMap((id) => onPort.of(id));
  const pair = devicePair(candidate);
  return rivals.some((link) => devicePair(link) === pair) || (rivals.length > 0 && ageOf(candidate).missed > 0);
}
