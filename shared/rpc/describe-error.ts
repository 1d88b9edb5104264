/** Turns whatever was thrown into what may cross: a code and a message, never a stack. */
import type { z } from 'zod';
import { CallError, type RpcError } from '../contract/errors.ts';

export function rpcErrorOf(error: unknown): RpcError {
  if (!(error instanceof CallError)) {
    return {
      code: 'internal',
      message: 'the engine failed to answer: this is a fault of Trunkline, not of the network',
      hint: 'the log of the engine has the details',
    };
  }
  return {
    code: error.code,
    message: error.message,
    ...(error.hint === undefined ? {} : { hint: error.hint }),
    ...(error.path === undefined ? {} : { path: error.path }),
  };
}

/** The first thing wrong with the arguments, and where: `seeds.0`. */
export function badArgument(name: string, error: z.ZodError): CallError {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  const where = path === '' ? '' : `${path}: `;
  return new CallError('bad-argument', `${name}: ${where}${issue?.message ?? 'wrong arguments'}`, { path });
}

export function callErrorOf(error: RpcError): CallError {
  return new CallError(error.code, error.message, { hint: error.hint, path: error.path });
}

/** For the log only: the stack where there is one. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
