/** How a piece of network work ended. Expected trouble is a value, never an exception. */

/** Why a device did not give what was asked. Each has one mend that a person can try. */
export type ProblemCode =
  | 'silent' // no answer in time: wrong community, ACL, dead agent or wrong v3 privacy password look alike
  | 'port-closed' // ICMP port unreachable: nothing listens there
  | 'host-unreachable' // no route, or ICMP host or net unreachable
  | 'admin-prohibited' // a filter on the way said no
  | 'unknown-user' // SNMPv3: usmStatsUnknownUserNames
  | 'wrong-auth' // SNMPv3: usmStatsWrongDigests; SSH: password or key refused
  | 'wrong-priv' // SNMPv3: usmStatsDecryptionErrors, or silence with a right authentication
  | 'unsupported-level' // SNMPv3: usmStatsUnsupportedSecLevels
  | 'garbage' // a reply that cannot be decoded
  | 'refused-by-agent' // authorizationError, noAccess: the view leaves this out
  | 'host-key-changed' // SSH: not the key that was trusted before
  | 'unsupported' // this platform cannot (DES with OpenSSL 3)
  | 'bad-target' // not an address we may ask
  | 'cancelled'
  | 'internal';

export interface Problem {
  readonly code: ProblemCode;
  /** What failed, for which target, after how long, and what mends it. No secrets. */
  readonly message: string;
}

/** All or nothing. */
export type Result<T> =
  { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'failed'; readonly problem: Problem };

export type Outcome<T> =
  | Result<T>
  /** Something is missing, and `problems` says what; the rest is good. */
  | { readonly kind: 'partial'; readonly value: T; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ kind: 'ok', value });
export const failed = (code: ProblemCode, message: string): Result<never> => ({
  kind: 'failed',
  problem: { code, message },
});
