/** Vendor, system, model, version and serial number, by the rules of a profile. Pure. */
import type { DeviceIdentity } from '../../../../shared/model/reading.ts';
import type { Told } from '../../../../shared/model/hardware.ts';
import { textOf } from '../decode/octets.ts';
import { SYSTEM_OBJECTS, cut } from '../identity/system-objects.ts';
import { parseTemplate } from './cell.ts';
import type { At, RowReader } from './row-reader.ts';
import { holds, nameAt, valueAt } from './row-reader.ts';
import type { IdentityRule, SnmpProfile } from './schema.ts';
import { IDENTITY_FIELDS } from './schema.ts';

type ReadRule = Exclude<IdentityRule, { text: string }>;

/** Words that agents put where they know nothing. */
const NOTHING = /^(n\/?a|none|null|unknown|not (available|specified|applicable)|unspecified|default|-+)$/i;

/** What the pattern found, put into the braces of `as`; cells may stand there too. */
const phrase = (as: string, groups: readonly (string | undefined)[], at: At | null): string | null => {
  // Device text may hold braces of its own: they are no places to fill.
  const plain = as.replaceAll(/\{(\d)\}/g, (_, group: string) => (groups[Number(group)] ?? '').replaceAll(/[{}]/g, ''));
  const template = parseTemplate(plain);
  if (template === null) return null;
  if (at !== null) return nameAt(at, [template]);
  return template.every((part) => part.kind === 'text') ? plain.replaceAll(/\s+/g, ' ').trim() || null : null;
};

const answer = (rule: ReadRule, text: string | null, at: At | null): string | null => {
  if (text === null || NOTHING.test(text)) return null;
  const found = rule.pattern ? rule.pattern.exec(text) : [text, text];
  if (found === null) return null;
  const told = phrase(rule.as ?? (found.length > 1 ? '{1}' : '{0}'), found, at);
  return told === null ? null : rule.words ? (rule.words[told] ?? null) : told;
};

/** What a rule found, and in which object. */
export interface FieldTold {
  readonly value: string;
  readonly told: Told;
}

type Field = (typeof IDENTITY_FIELDS)[number];

const patternWords = ({ pattern, as, words }: ReadRule): string => {
  const found = pattern ? `what /${pattern.source}/ finds in it` : 'as the device says it';
  return [found, as === undefined ? '' : `written as "${as}"`, words ? 'put into words' : '']
    .filter(Boolean)
    .join(', ');
};

const toldBy = (profile: SnmpProfile, rule: ReadRule, oid: string | null, raw: string | null): Told => ({
  source: rule.source,
  oid,
  raw: cut(raw),
  how: `${patternWords(rule)}, by the profile "${profile.name}"`,
});

const fromRows = (profile: SnmpProfile, rule: ReadRule, own: string, reader: RowReader): FieldTold | null => {
  for (const row of reader.rowsOf(own)) {
    const at = { reader, row, own };
    if (typeof rule.from === 'string' || !rule.where.every((condition) => holds(at, condition))) continue;
    const text = textOf(valueAt(at, rule.from));
    const value = answer(rule, text, at);
    // A cell of another row: the rule says which, and its number is not ours.
    const oid = rule.from.join === null ? reader.oidOf(rule.from, row) : null;
    if (value !== null) return { value, told: toldBy(profile, rule, oid, text) };
  }
  return null;
};

const ofAllItFits = (profile: SnmpProfile, { sysObjectID }: DeviceIdentity): Told => ({
  ...SYSTEM_OBJECTS.sysObjectID,
  raw: sysObjectID,
  how: `the profile "${profile.name}" fits this and sysDescr, and says so of every device that it fits`,
});

const applyRule = (
  profile: SnmpProfile,
  rule: IdentityRule,
  system: DeviceIdentity,
  reader: RowReader,
): FieldTold | null => {
  if ('text' in rule) return { value: rule.text, told: ofAllItFits(profile, system) };
  const { from } = rule;
  if (typeof from !== 'string') return fromRows(profile, rule, from.table, reader);
  const value = answer(rule, system[from], null);
  return value === null ? null : { value, told: toldBy(profile, rule, SYSTEM_OBJECTS[from].oid, system[from]) };
};

/** Only what the rules say: a field is missing where none of them found anything. */
export const applyIdentity = (
  profile: SnmpProfile,
  system: DeviceIdentity,
  reader: RowReader,
): Readonly<Partial<Record<Field, FieldTold>>> => {
  const found: Partial<Record<Field, FieldTold>> = {};
  for (const field of IDENTITY_FIELDS)
    for (const rule of profile.identity[field]) {
      if (found[field] !== undefined) break;
      const told = applyRule(profile, rule, system, reader);
      if (told !== null) found[field] = told;
    }
  return found;
};
