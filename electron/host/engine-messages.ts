/** What the main process and the engine's process say to each other. Samples never go this way: pages have ports of their own. */

/** Main to engine. A `page` comes with the engine's end of a page's port, `start` with the vault's port where there is one. */
export type EngineCommand =
  | {
      readonly kind: 'start';
      /** Null: the demo, in a file of its own. */
      readonly file: string | null;
      /** How main's vault is called; null where this machine has no key store, and the engine uses a key file. */
      readonly vault: string | null;
      /** How far into its story the demo begins, in seconds. */
      readonly demoPhaseS?: number | undefined;
    }
  | { readonly kind: 'page' }
  /** Copies the open file, whole, also while it is written. */
  | { readonly kind: 'back-up'; readonly to: string }
  | { readonly kind: 'suspend' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'close' };

/** Engine to main. `cannot-start` is final: the file is locked, damaged, newer; the message says it to people. */
export type EngineReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cannot-start'; readonly message: string }
  /** `failure` says to people why there is no copy. */
  | { readonly kind: 'backed-up'; readonly to: string; readonly failure: string | null };

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;
}

const COMMANDS: readonly EngineCommand['kind'][] = ['start', 'page', 'back-up', 'suspend', 'resume', 'close'];
const REPORTS: readonly EngineReport['kind'][] = ['ready', 'cannot-start', 'backed-up'];

/** Both ends are ours: the kind is looked at so that a stray message is left alone, not because it is hostile. */
export function isEngineCommand(message: unknown): message is EngineCommand {
  return COMMANDS.some((kind) => kind === kindOf(message));
}

export function isEngineReport(message: unknown): message is EngineReport {
  return REPORTS.some((kind) => kind === kindOf(message));
}
