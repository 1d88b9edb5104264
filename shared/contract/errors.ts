/** How trouble crosses from the engine to the page: a code that code can act on, a message and a hint for people. */
import { z } from 'zod';

export const errorCode = z.enum([
  'bad-argument',
  'not-found',
  'conflict',
  'not-allowed',
  'busy',
  'cancelled',
  'timeout',
  'unavailable',
  'unauthorised',
  'internal',
]);
export type ErrorCode = z.infer<typeof errorCode>;

export const rpcError = z.object({
  code: errorCode,
  /** What failed, for which target, after how long. */
  message: z.string(),
  /** What mends it, naming the setting. */
  hint: z.string().optional(),
  /** Where in the arguments, for bad-argument. */
  path: z.string().optional(),
});
export type RpcError = z.infer<typeof rpcError>;

/** Thrown by a handler to answer with a code instead of "internal". */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly path: string | undefined;
  constructor(code: ErrorCode, message: string, more: { hint?: string | undefined; path?: string | undefined } = {}) {
    super(message);
    this.name = 'CallError';
    this.code = code;
    this.hint = more.hint;
    this.path = more.path;
  }
}
