/** Which profile is for this device? Pure. */
import type { SnmpProfile } from './schema.ts';

export interface Seen {
  readonly sysObjectID: string | null;
  readonly sysDescr: string | null;
  /** Of the objects that profiles ask for: those the device has. */
  readonly answers: ReadonlySet<string>;
}

type Clause = SnmpProfile['match'][number];

const isUnder = (oid: string | null, prefix: string): boolean =>
  oid === prefix || (oid?.startsWith(`${prefix}.`) ?? false);

const fits = ({ sysObjectId, sysDescr }: Clause, seen: Pick<Seen, 'sysObjectID' | 'sysDescr'>): boolean =>
  (sysObjectId === undefined || isUnder(seen.sysObjectID, sysObjectId)) &&
  (sysDescr === undefined || sysDescr.test(seen.sysDescr ?? ''));

/** Objects that tell two profiles apart where sysObjectID and sysDescr do not. */
export const questionsOf = (
  profiles: readonly SnmpProfile[],
  seen: Pick<Seen, 'sysObjectID' | 'sysDescr'>,
): readonly string[] => [
  ...new Set(
    profiles.flatMap(({ match }) =>
      match.flatMap((clause) => (clause.answers !== undefined && fits(clause, seen) ? [clause.answers] : [])),
    ),
  ),
];

/**
 * An object that the device has says most; then sysObjectID, and more with each arc; sysDescr decides between those, and alone
 * only where no sysObjectID fits: "Linux …" is also what firewalls and disk stations say of themselves.
 */
const weight = ({ answers, sysDescr, sysObjectId }: Clause): number =>
  (answers === undefined ? 0 : 1000) +
  (sysObjectId === undefined ? 0 : 200 + sysObjectId.split('.').length) +
  (sysDescr === undefined ? 0 : 100);

/** The one whose clause says most; null where none fits. */
export const chooseProfile = (profiles: readonly SnmpProfile[], seen: Seen): SnmpProfile | null => {
  let best: { profile: SnmpProfile; weight: number } | null = null;
  for (const profile of profiles)
    for (const clause of profile.match) {
      if (!fits(clause, seen) || (clause.answers !== undefined && !seen.answers.has(clause.answers))) continue;
      if (best === null || weight(clause) > best.weight) best = { profile, weight: weight(clause) };
    }
  return best?.profile ?? profiles.find(({ name }) => name === 'standard') ?? null;
};
