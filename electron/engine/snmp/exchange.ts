/** One request and what came of it, whatever the version: the seam between sessions and what they use to read. */
import type { Problem } from '../../../shared/model/outcome.ts';
import type { PduReply, PduRequest } from './wire/pdu.ts';

export type ExchangeResult =
  | { readonly kind: 'reply'; readonly reply: PduReply }
  /** `silent`: a smaller request might do. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly silent: boolean };

/** Sends one request with this many tries. */
export type Exchange = (request: PduRequest, signal: AbortSignal, tries?: number) => Promise<ExchangeResult>;
