/**
 * Terminals on devices over SSH. A terminal's output is a stream of bytes, which no topic is: the page reads it piece by piece
 * (`terminal.read`), and each question acknowledges what came before it. The id of a terminal is known to the page that opened
 * it alone, and is all that is needed to use it.
 */
import { z } from 'zod';
import { call, done } from './define.ts';
import { personText, rowId } from './common.ts';
import { sshSecret } from './settings.ts';

const terminalId = z.uuid();
const columns = z.int().min(2).max(1000);
const rows = z.int().min(1).max(500);

/** Why a terminal is over. `left`: no page was there for a minute. */
export const terminalEnd = z.object({
  code: z.enum(['exited', 'lost', 'closed', 'left', 'removed', 'stopped']),
  message: z.string(),
});
export type TerminalEnd = z.infer<typeof terminalEnd>;

/** Who logs in: a stored credential, or one that is typed for this once and kept only where `keepAs` names it. */
export const terminalLogin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stored'), credentialId: rowId }),
  z.strictObject({ kind: z.literal('typed'), secret: sshSecret, keepAs: personText(100).optional() }),
]);
export type TerminalLogin = z.infer<typeof terminalLogin>;

export const terminalOpening = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    terminalId,
    /** "ops" or "user anna": who is logged in there. */
    login: z.string(),
    /** Set when the key was seen for the first time and is trusted from now on. */
    firstSeenKey: z.string().nullable(),
  }),
  /** Nothing was sent: no credential is known for this device yet. */
  z.object({ kind: z.literal('ask') }),
  z.object({
    kind: z.literal('failed'),
    /** As in shared/model/outcome.ts: wrong-auth, host-key-changed, silent … */
    code: z.string(),
    message: z.string(),
  }),
]);
export type TerminalOpening = z.infer<typeof terminalOpening>;

export const terminalChunk = z.object({
  /** Where in the stream the first byte stands. */
  from: z.int().nonnegative(),
  /** At most 64 KiB, in base64. Hostile. */
  bytes: z.base64(),
  /** Bytes before `from` that were asked for and are gone. */
  skipped: z.int().nonnegative(),
  end: terminalEnd.nullable(),
});
export type TerminalChunk = z.infer<typeof terminalChunk>;

export const terminalCalls = {
  /** Logs in and opens a shell. Without `login`: with the credential that the device answers to. `by` is for the log. */
  'terminal.open': call(
    { deviceId: rowId, columns, rows, by: personText(100), login: terminalLogin.optional() },
    terminalOpening,
  ),
  /**
   * What follows a place in the stream; answers at once if there is something, else as soon as there is, else empty after
   * 20 s. Acknowledges everything before that place. Null: the past that is left (up to 256 KiB), for a page that was reloaded.
   */
  'terminal.read': call({ terminalId, from: z.int().nonnegative().nullable() }, terminalChunk),
  /** What a person typed, sent as it is. Answers when the device has room for more. */
  'terminal.write': call({ terminalId, text: z.string().min(1).max(65_536) }, done),
  'terminal.resize': call({ terminalId, columns, rows }, done),
  'terminal.close': call({ terminalId }, done),
};
