/** What a discovery is asked for, and the check before anything is sent. Pure. */
import { CallError } from '../../../shared/contract/errors.ts';
import { isInside, LARGEST_SWEEP, ownRange, sizeOf } from './ranges.ts';

export interface DiscoveryRequest {
  /** Addresses, and ranges to sweep. */
  readonly seeds: readonly string[];
  /** Nothing outside is asked. Empty: each seed's own neighbourhood. */
  readonly allow: readonly string[];
  readonly credentialIds: readonly number[];
  readonly follow: boolean;
  /** No credential is sent; else no ids means every stored one. */
  readonly pingOnly?: boolean | undefined;
  readonly snmpPort?: number | undefined;
  /** Of devices that are new. */
  readonly sshPort?: number | undefined;
}

/** The ranges that a request may ask in. Throws CallError when a seed lies outside them or is too large to sweep. */
export function rangesOf(request: DiscoveryRequest): readonly string[] {
  const allow = request.allow.length > 0 ? request.allow : request.seeds.map(ownRange);
  for (const seed of request.seeds) checkSeed(seed, allow);
  return allow;
}

function checkSeed(seed: string, allow: readonly string[]): void {
  const [address = ''] = seed.split('/');
  if (!isInside(address, allow)) {
    throw new CallError('bad-argument', `${seed} lies outside the allowed ranges (${allow.join(', ')}).`, {
      hint: 'Widen the ranges, or start from an address inside them.',
      path: 'seeds',
    });
  }
  if (sizeOf(seed) > LARGEST_SWEEP || (seed.includes(':') && sizeOf(seed) > 1)) {
    throw new CallError('bad-argument', `${seed} holds too many addresses to sweep (at most ${LARGEST_SWEEP}, IPv4).`, {
      hint: 'Sweep a smaller range, or start from one router and follow its neighbours.',
      path: 'seeds',
    });
  }
}
