/** Who a device is, and where each field of that comes from: the profile's rules first, then the system group, then the chassis. Pure. */
import type { IdentityTold, Told } from '../../../../shared/model/hardware.ts';
import type { DeviceIdentity } from '../../../../shared/model/reading.ts';
import { applyIdentity } from '../profiles/apply-identity.ts';
import type { RowReader } from '../profiles/row-reader.ts';
import type { SnmpProfile } from '../profiles/schema.ts';
import { IDENTITY_FIELDS } from '../profiles/schema.ts';
import type { WalkedRow } from '../tables/table-spec.ts';
import { identityFromEntities } from './identity-from-entities.ts';
import { toldBySystem } from './identity-from-system.ts';

export interface WholeIdentity {
  readonly identity: DeviceIdentity;
  readonly identityTold: IdentityTold;
}

type Field = (typeof IDENTITY_FIELDS)[number];
type Found = Readonly<Partial<Record<Field, { readonly value: string; readonly told: Told }>>>;

const ofSystem = (system: DeviceIdentity): Found => {
  const told = toldBySystem(system);
  return Object.fromEntries(
    IDENTITY_FIELDS.flatMap((field) => {
      const [value, from] = [system[field], told[field]];
      return value === null || from === undefined ? [] : [[field, { value, told: from }] as const];
    }),
  );
};

export const wholeIdentity = (
  system: DeviceIdentity,
  profile: SnmpProfile,
  { entities, reader }: { readonly entities: readonly WalkedRow[]; readonly reader: RowReader | null },
): WholeIdentity => {
  const chassis: Found = profile.standard.identity === 'never' ? {} : identityFromEntities(entities);
  const found: Found = {
    ...chassis,
    ...ofSystem(system),
    ...(reader === null ? {} : applyIdentity(profile, system, reader)),
  };
  const values = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, found[field]?.value ?? system[field]]));
  const told = IDENTITY_FIELDS.flatMap((field) => (found[field] ? [[field, found[field].told] as const] : []));
  return { identity: { ...system, ...values }, identityTold: Object.fromEntries(told) };
};
