/** Which options mend a problem: the engine's words are for the page too, which has no options. */
import type { Problem, ProblemCode } from '../../shared/model/outcome.ts';

const OPTIONS: Partial<Readonly<Record<ProblemCode, string>>> = {
  silent: '--community, --v3-user, --port',
  garbage: '--port',
  'port-closed': '--port',
  'unknown-user': '--v3-user',
  'wrong-auth': '--v3-auth',
  'wrong-priv': '--v3-priv',
  'unsupported-level': '--v3-auth, --v3-priv',
  unsupported: '--v3-priv aes:…',
  'refused-by-agent': '--community, --v3-user, --v3-auth, --v3-priv',
};

/** "…, and firewalls for UDP. [--community, --v3-user, --port]" */
export function withOptions({ code, message }: Problem): string {
  const options = OPTIONS[code];
  return options === undefined ? message : `${message} [${options}]`;
}
