/**
 * Finds claims that confirm each other: "A.p leads to B" and "B.q leads to A".
 *
 * First pairs whose ports agree on both sides. Then pairs where one side could not tell a port (LocPortNum 0 of MikroTik,
 * an id that matches nothing): the other side's own table names it, but only if that leaves a single possibility. So a
 * port that is unknown here is asked of the neighbour, and parallel links are never mixed up by guessing.
 */
import type { Claim, ClaimEnd } from './claim.ts';
import type { Steps } from '../steps.ts';

export interface Pair {
  readonly one: Claim;
  readonly other: Claim;
  readonly a: ClaimEnd;
  readonly b: ClaimEnd;
}

export function* pairClaims(claims: readonly Claim[]): Steps<{ pairs: Pair[]; single: Claim[] }> {
  const towards = groupByRoute(claims);
  const free = new Set(claims);
  const pairs: Pair[] = [];
  for (const fits of [portsAgree, portsAllow]) {
    for (const claim of claims) {
      yield;
      if (!free.has(claim)) continue;
      const match = soleAnswer(towards, free, claim, fits);
      if (match === null) continue;
      free.delete(claim);
      free.delete(match);
      pairs.push({
        one: claim,
        other: match,
        a: fuller(claim.local, match.remote),
        b: fuller(match.local, claim.remote),
      });
    }
  }
  return { pairs, single: claims.filter((claim) => free.has(claim)) };
}

type Fits = (one: Claim, other: Claim) => boolean;

const portsAgree: Fits = (one, other) => samePort(one.local, other.remote) && samePort(one.remote, other.local);
const portsAllow: Fits = (one, other) => mayBeSame(one.local, other.remote) && mayBeSame(one.remote, other.local);
const samePort = (a: ClaimEnd, b: ClaimEnd): boolean => a.port !== null && a.port.id === b.port?.id;
const mayBeSame = (a: ClaimEnd, b: ClaimEnd): boolean => a.port === null || b.port === null || a.port.id === b.port.id;

/** What the device says of its own port is surer than what the neighbour says of it. */
const fuller = (own: ClaimEnd, told: ClaimEnd): ClaimEnd =>
  own.port !== null || told.port === null ? { ...own, text: own.text ?? told.text } : told;

const route = (from: number, to: number): string => `${from} ${to}`;

function groupByRoute(claims: readonly Claim[]): Map<string, Claim[]> {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = route(claim.local.deviceId, claim.remote.deviceId);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return groups;
}

/** The claim that answers this one, if they have only each other. */
function soleAnswer(towards: Map<string, Claim[]>, free: ReadonlySet<Claim>, claim: Claim, fits: Fits): Claim | null {
  const back = towards.get(route(claim.remote.deviceId, claim.local.deviceId)) ?? [];
  const answers = back.filter((other) => other !== claim && free.has(other) && fits(claim, other));
  const [answer] = answers;
  if (answer === undefined) return null;
  if (fits === portsAgree) return answer;
  const rivals = (towards.get(route(claim.local.deviceId, claim.remote.deviceId)) ?? []).filter(
    (other) => free.has(other) && fits(other, answer),
  );
  return answers.length === 1 && rivals.length === 1 ? answer : null;
}
