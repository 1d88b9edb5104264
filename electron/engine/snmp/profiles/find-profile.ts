/** The profile of a device: at most one request, and only where two profiles can be told apart by nothing else. */
import type { DeviceIdentity } from '../../../../shared/model/reading.ts';
import type { SnmpSession } from '../session.ts';
import { chooseProfile, questionsOf } from './choose-profile.ts';
import { knownProfiles } from './load-profiles.ts';
import { parseProfile } from './schema.ts';
import type { SnmpProfile } from './schema.ts';

const empty = (): SnmpProfile => {
  const parsed = parseProfile('none.json', JSON.stringify({ name: 'none', title: 'No profile at all' }));
  if ('profile' in parsed) return parsed.profile;
  throw new Error(parsed.problems.join('; '));
};

type Seen = Pick<DeviceIdentity, 'sysObjectID' | 'sysDescr'>;

const answersOf = async (
  session: SnmpSession,
  questions: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> => {
  if (questions.length === 0) return new Set();
  const got = await session.get(questions, signal);
  if (got.kind === 'failed') return new Set();
  return new Set(got.value.filter(({ value }) => value !== null).map(({ oid }) => oid));
};

/** By what the system group says, and by the objects that only one of several devices of a kind has. */
export const findProfile = async (session: SnmpSession, seen: Seen, signal: AbortSignal): Promise<SnmpProfile> => {
  const { profiles } = await knownProfiles();
  const answers = await answersOf(session, questionsOf(profiles, seen), signal);
  return chooseProfile(profiles, { ...seen, answers }) ?? empty();
};

/** The one that was chosen before; null where there is none of this name any more. */
export const profileNamed = async (name: string | null | undefined): Promise<SnmpProfile | null> => {
  if (name === null || name === undefined) return null;
  const { profiles } = await knownProfiles();
  return profiles.find((profile) => profile.name === name) ?? null;
};
