import type { Client, ClientChannel } from 'ssh2';
import type { Outcome } from '../../../shared/model/outcome.ts';
import { failed, ok } from '../../../shared/model/outcome.ts';
import { cleanScreen } from './clean-screen.ts';

export interface CommandLimits {
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** Default 5,000,000. What a device writes beyond it ends the command. */
  readonly maxBytes?: number | undefined;
}

export const MAX_OUTPUT_BYTES = 5_000_000;

const gather = (channel: ClientChannel, maxBytes: number, overflow: () => void): (() => string) => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  channel.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > maxBytes) overflow();
    else chunks.push(chunk);
  });
  channel.stderr.resume();
  return () => cleanScreen(Buffer.concat(chunks).toString('utf8'));
};

/** Runs one command without a terminal. The text is cleaned of control sequences; the error stream is thrown away. */
export const runCommand = (
  client: Client,
  target: string,
  command: string,
  { deadlineMs, signal, maxBytes = MAX_OUTPUT_BYTES }: CommandLimits,
): Promise<Outcome<string>> =>
  new Promise((resolve) => {
    let open: ClientChannel | null = null;
    const name = `"${command}" on ${target}`;
    const settle = (outcome: Outcome<string>): void => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', cancel);
      client.off('close', lost);
      if (outcome.kind === 'failed') open?.close();
      resolve(outcome);
    };
    const cancel = (): void => settle(failed('cancelled', `${name}: cancelled.`));
    const lost = (): void => settle(failed('silent', `${name}: the connection was lost.`));
    const late = (): void =>
      settle(
        failed(
          'silent',
          `${name}: not done after ${deadlineMs} ms. The device may be busy; it is asked again at the next interval.`,
        ),
      );
    const overflow = (): void => settle(failed('garbage', `${name}: more than ${maxBytes} bytes of output; given up.`));
    const deadline = setTimeout(late, deadlineMs);
    signal.addEventListener('abort', cancel, { once: true });
    client.on('close', lost);
    if (signal.aborted) return cancel();
    try {
      client.exec(command, (error, channel) => {
        if (error !== undefined)
          return settle(failed('unsupported', `${name}: the device takes no commands this way.`));
        open = channel;
        const text = gather(channel, maxBytes, overflow);
        let status: number | null = null;
        channel.on('exit', (code: number | null) => (status = code));
        channel.on('close', () => settle(outcomeOf(name, text(), status)));
      });
    } catch {
      lost();
    }
  });

const outcomeOf = (name: string, text: string, status: number | null): Outcome<string> => {
  if (status === null || status === 0) return ok(text);
  const message = `${name}: ended with status ${status}. The command may be unknown there, or forbidden to this user.`;
  return { kind: 'partial', value: text, problems: [{ code: 'refused-by-agent', message }] };
};
