/** The health of a device as it is polled, again and again: tables it has shown not to have are not asked for. */
import { ok } from '../../../shared/model/outcome.ts';
import type { Outcome } from '../../../shared/model/outcome.ts';
import type { HealthPoll } from '../../../shared/model/reading.ts';
import type { Clock } from '../../host/host.ts';
import { askTogether } from './ask-together.ts';
import { identify } from './identify.ts';
import { findProfile, profileNamed } from './profiles/find-profile.ts';
import type { SnmpProfile } from './profiles/schema.ts';
import { healthQuestions, readHealth } from './read-health.ts';
import type { SnmpSession } from './session.ts';

/** The one that the last full reading chose; else it is found now. */
const profileOf = async (session: SnmpSession, signal: AbortSignal): Promise<Outcome<SnmpProfile>> => {
  const known = await profileNamed(session.tuning().profile);
  if (known !== null) return ok(known);
  const system = await identify(session, signal);
  if (system.kind === 'failed') return system;
  const profile = await findProfile(session, system.value.identity, signal);
  session.usesProfile(profile.name);
  return ok(profile);
};

export const pollHealth = async (
  session: SnmpSession,
  { signal, clock }: { readonly signal: AbortSignal; readonly clock: Clock },
): Promise<Outcome<HealthPoll>> => {
  const atMs = clock.now();
  const startedMs = clock.monotonic();
  const before = session.stats.requests;
  const profile = await profileOf(session, signal);
  if (profile.kind === 'failed') return profile;
  const options = { profile: profile.value, parts: ['health'] } as const;
  const asked = await askTogether(session, [healthQuestions(options)], signal);
  const read = await readHealth(asked, signal, options);
  if (read.kind === 'failed') return read;
  const { processors, memory, storage, sensors } = read.value;
  const stats = { requests: session.stats.requests - before, durationMs: clock.monotonic() - startedMs };
  return { ...read, value: { atMs, processors, memory, storage, sensors, stats } };
};
