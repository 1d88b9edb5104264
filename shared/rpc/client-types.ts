/** The page's side of the contract: what `connect` gives. */
import type { z } from 'zod';
import type { ContractDefinition } from '../contract/define.ts';
import type { CallError, RpcError } from '../contract/errors.ts';
import type { engineContract } from '../contract/index.ts';

/** An AbortSignal, without asking for the DOM's types. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** `refused` is final: the token is wrong or the engine speaks another protocol. `lost` tries again by itself. */
export type ConnectionStatus =
  | { readonly state: 'connecting' }
  | { readonly state: 'open'; readonly engineVersion: string }
  | { readonly state: 'lost'; readonly attempts: number; readonly retryInMs: number }
  | { readonly state: 'refused'; readonly error: RpcError }
  | { readonly state: 'closed' };

/** A snapshot replaces all that was known of the topic; a change names what is new or different and what is gone. */
export interface TopicUpdate<I> {
  readonly kind: 'snapshot' | 'change';
  readonly upsert: readonly I[];
  readonly remove: readonly (number | string)[];
}

export interface ClientOf<C extends ContractDefinition> {
  /** Asks once. Rejects with a CallError: the handler's, or `unavailable`, `cancelled`, `unauthorised`. */
  call<N extends keyof C['calls'] & string>(
    name: N,
    args: z.input<C['calls'][N]['args']>,
    options?: { readonly signal?: CancelSignal | undefined },
  ): Promise<z.output<C['calls'][N]['result']>>;
  /**
   * Follows a topic until the returned function is called. Reconnecting and holes are mended by a new snapshot. The next
   * frames come only when `onUpdate` has applied this one: it returns a promise if that takes a while.
   */
  follow<N extends keyof C['topics'] & string>(
    topic: N,
    args: z.input<C['topics'][N]['args']>,
    onUpdate: (update: TopicUpdate<z.output<C['topics'][N]['item']>>) => void | Promise<void>,
    onError?: (error: CallError) => void,
  ): () => void;
  readonly status: ConnectionStatus;
  close(): void;
}

export type EngineClient = ClientOf<typeof engineContract>;
