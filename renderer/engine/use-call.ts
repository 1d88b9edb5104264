/** Asks the engine while a component is there, and again when the question changes. */
import { useCallback, useEffect, useState } from 'react';
import { CallError } from '../../shared/contract/errors.ts';
import type { CallArgs, CallName, CallResult } from '../../shared/contract/index.ts';
import { call, useReconnections } from './connection.ts';

export interface CallState<R> {
  /** The last answer; kept while a new question is under way, so that nothing flickers. */
  readonly data: R | undefined;
  readonly error: CallError | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

interface Answer<R> {
  readonly data: R | undefined;
  readonly error: CallError | null;
  /** The question that this answers. */
  readonly question: string;
}

const noAnswer = { data: undefined, error: null, question: '' };

function asCallError(error: unknown): CallError {
  return error instanceof CallError ? error : new CallError('internal', String(error));
}

/** With `null` for arguments nothing is asked. Asks again by itself after the connection was lost. */
export function useCall<N extends CallName>(name: N, args: CallArgs<N> | null): CallState<CallResult<N>> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer<CallResult<N>>>(noAnswer);
  const reconnections = useReconnections();
  const asked = JSON.stringify(args);
  const question = `${name} ${asked} ${round} ${reconnections}`;
  useEffect(() => {
    const parsed = JSON.parse(asked) as CallArgs<N> | null;
    if (parsed === null) return undefined;
    const cancel = new AbortController();
    call(name, parsed, { signal: cancel.signal }).then(
      (data) => cancel.signal.aborted || setAnswer({ data, error: null, question }),
      (error: unknown) => {
        if (cancel.signal.aborted) return;
        setAnswer((last) => ({ data: last.data, error: asCallError(error), question }));
      },
    );
    return () => cancel.abort();
  }, [name, asked, question]);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  return { data: answer.data, error: answer.error, loading: args !== null && answer.question !== question, reload };
}
