/** Reads all profiles of a folder, and joins each with those that it extends. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { resourceFolder } from '../../resource-folder.ts';
import { BUILT_IN_TABLES } from './built-in-tables.ts';
import { tablesOfRules } from './plan.ts';
import { parseProfile } from './schema.ts';
import type { SnmpProfile } from './schema.ts';

export interface LoadedProfiles {
  /** In the order of their names; joined with what they extend. */
  readonly profiles: readonly SnmpProfile[];
  /** One sentence for each thing that cannot be used. The others are good. */
  readonly problems: readonly string[];
}

/** What every device is asked for, whoever made it. */
const STANDARD = 'standard';

const joinTwo = (own: SnmpProfile, base: SnmpProfile): SnmpProfile => ({
  ...own,
  tables: { ...base.tables, ...own.tables },
  scalars: { ...base.scalars, ...own.scalars },
  standard: { ...base.standard, ...own.standard },
  identity: {
    vendor: [...own.identity.vendor, ...base.identity.vendor],
    os: [...own.identity.os, ...base.identity.os],
    model: [...own.identity.model, ...base.identity.model],
    osVersion: [...own.identity.osVersion, ...base.identity.osVersion],
    serial: [...own.identity.serial, ...base.identity.serial],
  },
  processors: [...own.processors, ...base.processors],
  memory: [...own.memory, ...base.memory],
  sensors: [...own.sensors, ...base.sensors],
  entitySensors: { ...base.entitySensors, ...own.entitySensors },
  parts: { ...base.parts, ...own.parts },
  neighbours: { ...base.neighbours, ...own.neighbours },
});

type ByName = ReadonlyMap<string, SnmpProfile>;

const joinAll = (profile: SnmpProfile, byName: ByName, seen: readonly string[] = []): SnmpProfile =>
  profile.extends
    .filter((name) => !seen.includes(name))
    .flatMap((name) => byName.get(name) ?? [])
    .reduce((joined, base) => joinTwo(joined, joinAll(base, byName, [...seen, profile.name])), profile);

const withStandard = (profile: SnmpProfile): SnmpProfile =>
  profile.name === STANDARD || profile.extends.includes(STANDARD)
    ? profile
    : { ...profile, extends: [...profile.extends, STANDARD] };

/** What only shows once a profile is joined: names that nobody declares. */
const strangers = (profile: SnmpProfile, byName: ByName): string[] => [
  ...profile.extends
    .filter((name) => name !== STANDARD && !byName.has(name))
    .map((name) => `${profile.name}.json: extends: there is no profile ${name}`),
  ...[...tablesOfRules(joinAll(profile, byName))]
    .filter((name) => !(name in BUILT_IN_TABLES))
    .filter((name) => !(name in joinAll(profile, byName).tables) && !(name in joinAll(profile, byName).scalars))
    .map((name) => `${profile.name}.json: "${name}" is used in a rule: declare it under tables or scalars`),
];

/** Joins profiles that were parsed one by one. */
export const joinProfiles = (parsed: readonly SnmpProfile[]): LoadedProfiles => {
  const all = parsed.map(withStandard);
  const byName: ByName = new Map(all.map((profile) => [profile.name, profile]));
  return {
    profiles: all.map((profile) => joinAll(profile, byName)),
    problems: all.flatMap((profile) => strangers(profile, byName)),
  };
};

export interface ProfileText {
  readonly fileName: string;
  readonly text: string;
}

export const parseProfiles = (files: readonly ProfileText[]): LoadedProfiles => {
  const parsed = files.map(({ fileName, text }) => parseProfile(fileName, text));
  const joined = joinProfiles(parsed.flatMap((one) => ('profile' in one ? [one.profile] : [])));
  const problems = parsed.flatMap((one) => ('problems' in one ? one.problems : []));
  return { profiles: joined.profiles, problems: [...problems, ...joined.problems] };
};

/** All *.json of a folder. Throws nothing. */
export const readProfileTexts = async (
  folder: string,
): Promise<{ readonly files: readonly ProfileText[]; readonly problems: readonly string[] }> => {
  const files: ProfileText[] = [];
  const problems: string[] = [];
  const names = await readdir(folder).catch((error: Error) => {
    problems.push(`SNMP profiles: ${folder} cannot be read: ${error.message}`);
    return [];
  });
  for (const fileName of names.filter((name) => name.endsWith('.json')).sort()) {
    const text = await readFile(join(folder, fileName), 'utf8').catch((error: Error) => error);
    if (typeof text === 'string') files.push({ fileName, text });
    else problems.push(`SNMP profile ${fileName}: ${text.message}`);
  }
  return { files, problems };
};

export const shippedProfileFolder = (): string => resourceFolder('profiles', 'snmp');

/** A folder of the operator's own; a profile there stands in for a shipped one of the same name. */
const ownProfileFolder = (): string | null => process.env['TRUNKLINE_PROFILES'] || null;

/** The shipped files and the operator's. */
export const allProfileTexts = async (): ReturnType<typeof readProfileTexts> => {
  const shipped = await readProfileTexts(shippedProfileFolder());
  const folder = ownProfileFolder();
  if (folder === null) return shipped;
  const own = await readProfileTexts(folder);
  return {
    files: replaceFiles(shipped.files, own.files),
    problems: [...shipped.problems, ...own.problems],
  };
};

/** `others` with `own` in the place of those of the same name. */
export const replaceFiles = (others: readonly ProfileText[], own: readonly ProfileText[]): readonly ProfileText[] => {
  const names = new Set(own.map(({ fileName }) => fileName));
  return [...others.filter(({ fileName }) => !names.has(fileName)), ...own];
};

let known: Promise<LoadedProfiles> | null = null;

/** All profiles of this process: read once. */
export const knownProfiles = (): Promise<LoadedProfiles> => {
  known ??= allProfileTexts().then(({ files, problems }) => {
    const parsed = parseProfiles(files);
    return { profiles: parsed.profiles, problems: [...problems, ...parsed.problems] };
  });
  return known;
};
