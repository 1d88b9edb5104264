/**
 * A secret on the command line stands in the process list for all to read. So it may come from elsewhere: `env:NAME` is the
 * environment variable, `file:PATH` the first line of a file. Anything else is the secret itself.
 */
import { readFileSync } from 'node:fs';
import { UsageError } from './io.ts';

export interface SecretSources {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readText?: ((path: string) => string) | undefined;
}

const readTextFile = (path: string): string => readFileSync(path, 'utf8');

/** Throws UsageError that names the option and the source, never the secret. */
export function readSecret(option: string, text: string, sources: SecretSources): string {
  const [, source, name] = /^(env|file):(.+)$/s.exec(text) ?? [];
  const secret = name === undefined ? text : readFrom(option, source ?? '', name, sources);
  if (secret === '') throw new UsageError(`${option}: the secret is empty`);
  return secret;
}

function readFrom(option: string, source: string, name: string, sources: SecretSources): string {
  if (source === 'env') {
    const value = sources.env[name];
    if (value === undefined) throw new UsageError(`${option}: the environment has no variable ${name}`);
    return value;
  }
  try {
    return (sources.readText ?? readTextFile)(name).split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${option}: the file ${name} cannot be read (${reason})`, { cause: error });
  }
}
