import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { dataFolder } from '../host/user-folders.ts';

/** The file that was named, else the one of this person, whose folder is made if it is not there. */
export async function networkFile(given: string | undefined): Promise<string> {
  if (given !== undefined) return resolve(given);
  const { platform, env } = process;
  const file = join(dataFolder({ platform, env, home: homedir() }), 'network.trunkline');
  await mkdir(dirname(file), { recursive: true });
  return file;
}
