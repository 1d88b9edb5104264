/** Something that a person starts and the engine does: under way, done, or failed in words. */
import { useCallback, useState } from 'react';
import { CallError } from '../../shared/contract/errors.ts';
import { showToast } from '../ui/Toast.tsx';

export interface Failure {
  readonly message: string;
  readonly hint: string | undefined;
  /** Which argument was wrong, for example "secret.community". */
  readonly path: string | undefined;
}

export function asFailure(error: unknown): Failure {
  if (error instanceof CallError) return { message: error.message, hint: error.hint, path: error.path };
  return { message: error instanceof Error ? error.message : String(error), hint: undefined, path: undefined };
}

export function toastFailure(title: string, error: unknown): void {
  const { message, hint } = asFailure(error);
  showToast({ title, detail: hint === undefined ? message : `${message} ${hint}`, tone: 'failed' });
}

export interface Action<A extends readonly unknown[]> {
  readonly run: (...args: A) => void;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly clear: () => void;
}

/**
 * Runs an asynchronous deed once at a time and keeps how it went, for the form that shows it. `work` is taken anew at each
 * drawing; a deed that is under way is not started twice.
 */
export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<unknown>): Action<A> {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = (...args: A): void => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    work(...args)
      .catch((error: unknown) => setFailure(asFailure(error)))
      .finally(() => setBusy(false));
  };
  const clear = useCallback(() => setFailure(null), []);
  return { run, busy, failure, clear };
}
