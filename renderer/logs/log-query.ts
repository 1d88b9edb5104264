/** What stands in the log's filter, as the engine is asked it: names become ids, and words the kinds that they stand for. Pure. */
import type { Device } from '../../shared/contract/devices.ts';
import type { LogFilter } from '../../shared/contract/log.ts';
import { eventKinds, stateKinds } from '../../shared/model/log-kinds.ts';
import { eventWords } from '../devices/event-words.ts';
import type { FilterSpec } from '../filter/filter-spec.ts';
import { matchingRows } from '../filter/match-terms.ts';
import { parseTerms, type FieldTerm, type Term, type WordTerm } from '../filter/parse-terms.ts';

export const logFields = ['kind', 'device', 'site'] as const;
type Field = (typeof logFields)[number];

export type LogDevice = Pick<Device, 'id' | 'name' | 'address' | 'site'>;

const KINDS = [...eventKinds, ...stateKinds].map((kind) => ({ kind }));

const kindSpec: FilterSpec<{ readonly kind: string }> = {
  fields: [{ id: 'kind', label: 'What', kind: 'text', of: ({ kind }) => kind, nameOf: eventWords }],
  textOf: ({ kind }) => `${kind}\n${eventWords(kind)}`.toLowerCase(),
};

const deviceSpec: FilterSpec<LogDevice> = {
  fields: [
    { id: 'device', label: 'Device', kind: 'text', of: ({ name, address }) => [name, address] },
    { id: 'site', label: 'Site', kind: 'text', of: ({ site }) => site },
  ],
  textOf: ({ name, address }) => `${name}\n${address}`.toLowerCase(),
};

const isOf =
  (field: Field, negated: boolean) =>
  (term: Term): term is FieldTerm =>
    term.kind === 'field' && term.field === field && term.negated === negated && term.values.length > 0;

/** What any of the terms means; undefined where there is none. */
function meant<R>(terms: readonly FieldTerm[], spec: FilterSpec<R>, rows: readonly R[]): readonly R[] | undefined {
  if (terms.length === 0) return undefined;
  return matchingRows(
    terms.map((term) => ({ ...term, negated: false })),
    spec,
    rows,
  );
}

function kindsOf(terms: readonly FieldTerm[]): string[] | undefined {
  const found = meant(terms, kindSpec, KINDS);
  // A code that is not known here may stand in the file all the same.
  const codes = terms.flatMap(({ values }) => values.filter((value) => value.includes('.')));
  return found && [...new Set([...found.map(({ kind }) => kind), ...codes])];
}

const idsOf = (found: readonly LogDevice[] | undefined): number[] | undefined => found?.map(({ id }) => id);

function wordOf({ word, negated }: WordTerm, devices: readonly LogDevice[]) {
  const holds = { kind: 'word', text: word, negated: false, word } as const;
  return {
    text: word,
    kinds: matchingRows([holds], kindSpec, KINDS).map(({ kind }) => kind),
    deviceIds: matchingRows([holds], deviceSpec, devices).map(({ id }) => id),
    negated,
  };
}

/** Without undefined: what is absent does not matter. */
export function logQuery(filter: string, devices: readonly LogDevice[]): LogFilter {
  const terms = parseTerms(filter, logFields);
  const of = (field: Field, negated = false): FieldTerm[] => terms.filter(isOf(field, negated));
  const [named, inSites] = [meant(of('device'), deviceSpec, devices), meant(of('site'), deviceSpec, devices)];
  const both =
    named === undefined || inSites === undefined ? (named ?? inSites) : named.filter((one) => inSites.includes(one));
  const refused = (['device', 'site'] as const).flatMap((field) => meant(of(field, true), deviceSpec, devices) ?? []);
  const words = terms.filter((term) => term.kind === 'word');
  return defined({
    kinds: kindsOf(of('kind')),
    notKinds: kindsOf(of('kind', true)),
    deviceIds: idsOf(both),
    notDeviceIds: refused.length === 0 ? undefined : idsOf(refused),
    words: words.length === 0 ? undefined : words.map((term) => wordOf(term, devices)),
  });
}

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
