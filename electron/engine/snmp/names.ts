/** Words for numbers that registries gave out. The JSON files were made from the registries: see resources/names/README.md. */
import enterprises from '../../../resources/names/enterprises.json' with { type: 'json' };
import ifTypes from '../../../resources/names/if-types.json' with { type: 'json' };

const typeNames: Readonly<Record<string, string>> = ifTypes;
const vendorNames: Readonly<Record<string, string>> = enterprises;

/** IANAifType's word for it, or the number in text. */
export const ifTypeName = (type: number): string => typeNames[type] ?? String(type);

const ENTERPRISES = '1.3.6.1.4.1.';

/** The number after 1.3.6.1.4.1 (IANA private enterprise numbers); null for an OID that is not under it. */
export const enterpriseOf = (oid: string | null): number | null => {
  if (oid === null || !oid.startsWith(ENTERPRISES)) return null;
  const number = Number(oid.slice(ENTERPRISES.length).split('.')[0]);
  return Number.isInteger(number) ? number : null;
};

/** Who made the agent: net-snmp's own numbers name software, not a vendor. */
export const vendorOf = (sysObjectID: string | null): string | null => {
  const enterprise = enterpriseOf(sysObjectID);
  return enterprise === null ? null : (vendorNames[enterprise] ?? null);
};

const STATUS_WORDS = ['', 'up', 'down', 'testing', 'unknown', 'dormant', 'notPresent', 'lowerLayerDown'];

/** ifAdminStatus and ifOperStatus (RFC 2863); null where not told or not one of them. */
export const statusWord = (status: number | null): string | null =>
  status === null || status < 1 ? null : (STATUS_WORDS[status] ?? null);
