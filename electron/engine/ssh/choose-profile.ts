import { fits } from './match-line.ts';
import type { SshProfile } from './profile.ts';

export interface ProfileHints {
  readonly sysDescr: string | null;
  readonly sysObjectId: string | null;
  /** Version line and banner of the SSH server. */
  readonly banner: string | null;
  /** What a person chose in the credential. */
  readonly given: string | null;
}

const prefixLength = (objectId: string, profile: SshProfile): number => {
  const fitting = profile.match.sysObjectIds.filter(
    (prefix) => objectId === prefix || objectId.startsWith(`${prefix}.`),
  );
  return Math.max(0, ...fitting.map((prefix) => prefix.length));
};

const byObjectId = (objectId: string, profiles: readonly SshProfile[]): SshProfile | undefined => {
  const plain = objectId.replace(/^\./, '');
  const [best] = profiles
    .map((profile) => ({ profile, length: prefixLength(plain, profile) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return best?.profile;
};

const byText = (
  text: string | null,
  where: 'sysDescr' | 'banner',
  profiles: readonly SshProfile[],
): SshProfile | undefined =>
  text === null
    ? undefined
    : profiles.find(({ match }) => text.split('\n', 100).some((line) => fits(line.trimEnd(), match[where])));

/**
 * The name of the profile for a device; null when nothing tells. What a person chose beats what the device says; of that,
 * the text of sysDescr (which names the system) beats sysObjectID (which may name the chassis only), and both the banner.
 */
export const chooseProfile = (profiles: ReadonlyMap<string, SshProfile>, hints: ProfileHints): string | null => {
  if (hints.given !== null) return profiles.has(hints.given) ? hints.given : null;
  const all = [...profiles.values()];
  const chosen =
    byText(hints.sysDescr, 'sysDescr', all) ??
    (hints.sysObjectId === null ? undefined : byObjectId(hints.sysObjectId, all)) ??
    byText(hints.banner, 'banner', all);
  return chosen?.name ?? null;
};
