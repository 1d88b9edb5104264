import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every temporary file of the tests lies under a folder of this prefix: `npm test` fails when one is left behind. */
export const TEMPORARY_PREFIX = 'trunkline-test-';

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** Path of a file in the folder. */
  file(name: string): string;
  remove(): Promise<void>;
}

const open = new Set<string>();
process.once('exit', () => {
  for (const path of open) rmSync(path, { recursive: true, force: true });
});

/** A fresh folder in the system's temporary place; remove it in `afterEach`, or hold it with `await using`. */
export const temporaryFolder = async (purpose = 'x'): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), `${TEMPORARY_PREFIX}${purpose}-`));
  open.add(path);
  const remove = async (): Promise<void> => {
    // Windows refuses to remove a file that a dying process still holds: try again for a while.
    await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    open.delete(path);
  };
  return { path, file: (name) => join(path, name), remove, [Symbol.asyncDispose]: remove };
};
