/** Vendor, system, model, version and serial number, by the rules of a profile. Pure. */
import type { DeviceIdentity } from '../../../../shared/model/reading.ts';
import { textOf } from '../decode/octets.ts';
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

const fromRows = (rule: ReadRule, own: string, reader: RowReader): string | null => {
  for (const row of reader.rowsOf(own)) {
    const at = { reader, row, own };
    if (typeof rule.from === 'string' || !rule.where.every((condition) => holds(at, condition))) continue;
    const told = answer(rule, textOf(valueAt(at, rule.from)), at);
    if (told !== null) return told;
  }
  return null;
};

const applyRule = (rule: IdentityRule, system: DeviceIdentity, reader: RowReader): string | null => {
  if ('text' in rule) return rule.text;
  const { from } = rule;
  if (typeof from === 'string') return answer(rule, system[from], null);
  return fromRows(rule, from.table, reader);
};

/** Only what the rules say: null where none of them found anything. */
export const applyIdentity = (
  profile: SnmpProfile,
  system: DeviceIdentity,
  reader: RowReader,
): Pick<DeviceIdentity, (typeof IDENTITY_FIELDS)[number]> => {
  const told = { vendor: null, os: null, model: null, osVersion: null, serial: null } as Record<
    (typeof IDENTITY_FIELDS)[number],
    string | null
  >;
  for (const field of IDENTITY_FIELDS)
    for (const rule of profile.identity[field]) told[field] ??= applyRule(rule, system, reader);
  return told;
};
