import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseProfile } from './profile.ts';
import type { SshProfile } from './profile.ts';

export interface LoadedProfiles {
  readonly profiles: ReadonlyMap<string, SshProfile>;
  /** One sentence for each file that cannot be used. The others are good. */
  readonly problems: readonly string[];
}

/** Reads all *.json of a folder (resources/profiles/ssh, or one where a user keeps their own). Throws nothing. */
export const loadProfiles = async (folder: string): Promise<LoadedProfiles> => {
  const profiles = new Map<string, SshProfile>();
  const problems: string[] = [];
  const names = await readdir(folder).catch((error: Error) => {
    problems.push(`SSH profiles: ${folder} cannot be read: ${error.message}`);
    return [];
  });
  for (const name of names.filter((file) => file.endsWith('.json')).sort()) {
    const text = await readFile(join(folder, name), 'utf8').catch((error: Error) => error);
    const parsed =
      typeof text === 'string' ? parseProfile(name, text) : { problem: `SSH profile ${name}: ${text.message}` };
    if ('problem' in parsed) problems.push(parsed.problem);
    else profiles.set(parsed.profile.name, parsed.profile);
  }
  return { profiles, problems };
};
