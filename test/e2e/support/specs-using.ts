/** Which specs can run in the desktop app as they are: those that need the demo, or a file of their own, and nothing of the host. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const specs = fileURLToPath(new URL('../specs/', import.meta.url));

/** A spec that starts the command itself, or needs an address with a port or asks its engine directly, is about the browser's host. */
const OF_THE_BROWSER = /startTrunkline|engineClient|http:\/\/127\.0\.0\.1|'--(port|gallery)'/;
const asksFor = (source: string, fixture: string): boolean => new RegExp(`[{,]\\s*${fixture}\\s*[,}]`).test(source);

/** Paths below test/e2e. A spec that uses both is left to the browser: the desktop app is started on one of them. */
export function specsUsing(fixture: 'demo' | 'serve'): string[] {
  const other = fixture === 'demo' ? 'serve' : 'demo';
  return readdirSync(specs)
    .filter((name) => name.endsWith('.spec.ts'))
    .filter((name) => {
      const source = readFileSync(specs + name, 'utf8');
      return asksFor(source, fixture) && !asksFor(source, other) && !OF_THE_BROWSER.test(source);
    })
    .map((name) => `specs/${name}`);
}
