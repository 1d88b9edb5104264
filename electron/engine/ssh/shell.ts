import type { Client, ClientChannel } from 'ssh2';
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import { failed, ok } from '../../../shared/model/outcome.ts';
import type { CommandLimits } from './exec.ts';
import { MAX_OUTPUT_BYTES } from './exec.ts';
import { Screen } from './screen.ts';
import { stripEcho } from './strip-echo.ts';

export interface ShellPager {
  /** The last line, when the pager waits. */
  readonly pattern: RegExp;
  /** What makes it go on. */
  readonly key: string;
}

export interface ShellOptions extends CommandLimits {
  /** The last line, when the device waits for a command. */
  readonly prompt: RegExp;
  readonly pagers: readonly ShellPager[];
}

export interface Shell {
  /** The prompt as it stands now, for example "core-1#". Hostile text. */
  prompt(): string;
  /** Sends one line and gives what came back until the prompt, without echo, pager prompts and control sequences. */
  run(command: string, limits: CommandLimits): Promise<Outcome<string>>;
  /**
   * Sends one line that may change the prompt (enable, vtysh). Where `question` comes first, `answer` is sent to it, once, and
   * is never named in a message.
   */
  change(
    command: string,
    limits: CommandLimits,
    question?: { pattern: RegExp; answer: string },
  ): Promise<Outcome<string>>;
  close(): void;
}

/** A prompt counts once nothing has followed it for so long: it may as well be the middle of the output. */
const SETTLE_MS = 40;
const FIRST_SETTLE_MS = 150;
/**
 * A prompt on the line of the command itself: a device that echoes nothing and has nothing to say, or one that draws its
 * prompt again before it echoes. Only time tells them apart.
 */
const SAME_LINE_SETTLE_MS = 700;
/** Wide, so that no echo is wrapped; high, so that fewer devices page. Some take no more than these. */
const TERMINAL = { term: 'vt100', cols: 511, rows: 512 };

interface Wait {
  readonly isEnd: (line: string) => boolean;
  readonly settleMs: number;
  /** Nothing was sent yet. */
  readonly isFirst?: boolean | undefined;
  readonly question?: { readonly pattern: RegExp; readonly answer: string } | undefined;
}

/** Conducts the talk over one terminal channel. One command at a time. */
class Talk implements Shell {
  readonly #channel: ClientChannel;
  readonly #target: string;
  readonly #options: ShellOptions;
  #screen: Screen;
  #prompt = '';
  #lost = false;
  #notify: () => void = () => undefined;

  constructor(channel: ClientChannel, target: string, options: ShellOptions) {
    this.#channel = channel;
    this.#target = target;
    this.#options = options;
    this.#screen = new Screen(options.maxBytes ?? MAX_OUTPUT_BYTES);
    channel.on('data', (chunk: Buffer) => {
      this.#screen.add(chunk);
      this.#notify();
    });
    channel.stderr.resume();
    channel.on('close', () => {
      this.#lost = true;
      this.#notify();
    });
  }

  prompt(): string {
    return this.#prompt;
  }

  async start(): Promise<Problem | null> {
    const { prompt } = this.#options;
    const wait = { isEnd: (line: string) => prompt.test(line), settleMs: FIRST_SETTLE_MS, isFirst: true };
    const problem = await this.#until('the first prompt', this.#options, wait);
    if (problem === null) this.#prompt = this.#screen.lastLine();
    return problem;
  }

  async run(command: string, limits: CommandLimits): Promise<Outcome<string>> {
    this.#say(command, limits);
    // Only the very prompt of before: its pattern may occur in any output.
    const isEnd = (line: string): boolean => line === this.#prompt;
    const problem = await this.#until(`"${command}"`, limits, { isEnd, settleMs: SETTLE_MS });
    return problem === null ? ok(stripEcho(this.#screen.text(), command)) : { kind: 'failed', problem };
  }

  async change(
    command: string,
    limits: CommandLimits,
    question?: { pattern: RegExp; answer: string },
  ): Promise<Outcome<string>> {
    this.#say(command, limits);
    const isEnd = (line: string): boolean => this.#options.prompt.test(line);
    const problem = await this.#until(`"${command}"`, limits, { isEnd, settleMs: FIRST_SETTLE_MS, question });
    if (problem !== null) return { kind: 'failed', problem };
    this.#prompt = this.#screen.lastLine();
    return ok(stripEcho(this.#screen.text(), command));
  }

  close(): void {
    this.#channel.close();
  }

  #say(line: string, limits: CommandLimits): void {
    this.#screen = new Screen(limits.maxBytes ?? MAX_OUTPUT_BYTES);
    if (!this.#lost) this.#channel.write(`${line}\n`);
  }

  /** Null once the prompt stands; else why it never will. Answers pagers and, once, the question on the way. */
  #until(what: string, { deadlineMs, signal }: CommandLimits, wait: Wait): Promise<Problem | null> {
    const name = `${what} on ${this.#target}`;
    return new Promise((resolve) => {
      let settling: NodeJS.Timeout | undefined;
      const answers = [wait.question?.answer ?? '', '', '', ''];
      const settle = (problem: Problem | null): void => {
        clearTimeout(settling);
        clearTimeout(deadline);
        signal.removeEventListener('abort', look);
        this.#notify = () => undefined;
        resolve(problem);
      };
      const look = (): void => {
        clearTimeout(settling);
        if (signal.aborted) return settle({ code: 'cancelled', message: `${name}: cancelled.` });
        if (this.#screen.overflown) return settle({ code: 'garbage', message: `${name}: too much output; given up.` });
        if (this.#lost) return settle({ code: 'silent', message: `${name}: the device closed the connection.` });
        const line = this.#screen.lastLine();
        if (wait.question?.pattern.test(line) === true && answers.length > 0) {
          // Asked again, it was the wrong answer: nothing more to say, until the device gives up asking.
          this.#screen.dropLastLine();
          this.#channel.write(`${answers.shift() ?? ''}\n`);
        } else if (wait.isEnd(line)) settling = setTimeout(() => settle(null), this.#settleMs(wait));
        else this.#turnPage(line);
      };
      const mend = 'Choose another SSH profile under Settings, Credentials, if this is another kind of device';
      const late = (): void =>
        settle({ code: 'silent', message: `${name}: no prompt within ${deadlineMs} ms. ${mend}.` });
      const deadline = setTimeout(late, deadlineMs);
      signal.addEventListener('abort', look, { once: true });
      this.#notify = look;
      look();
    });
  }

  #settleMs({ settleMs, isFirst }: Wait): number {
    return isFirst === true || this.#screen.hasLineEnd() ? settleMs : SAME_LINE_SETTLE_MS;
  }

  #turnPage(line: string): void {
    const pager = this.#options.pagers.find(({ pattern }) => pattern.test(line));
    if (pager === undefined) return;
    this.#screen.dropLastLine(pager.pattern);
    this.#channel.write(pager.key);
  }
}

/** Opens a terminal and waits for its first prompt. */
export const openShell = (client: Client, target: string, options: ShellOptions): Promise<Outcome<Shell>> =>
  new Promise((resolve) => {
    const lost = (): void => resolve(failed('silent', `Terminal on ${target}: the connection was lost.`));
    const late = (): void =>
      resolve(
        failed(
          'silent',
          `Terminal on ${target}: not opened within ${options.deadlineMs} ms. The device may be busy, or out of terminals (vty lines).`,
        ),
      );
    const deadline = setTimeout(late, options.deadlineMs);
    client.once('close', lost);
    const opened = async (channel: ClientChannel): Promise<void> => {
      const talk = new Talk(channel, target, options);
      const problem = await talk.start();
      if (problem !== null) talk.close();
      resolve(problem === null ? ok(talk) : { kind: 'failed', problem });
    };
    try {
      client.shell(TERMINAL, (error, channel) => {
        clearTimeout(deadline);
        client.off('close', lost);
        if (error !== undefined)
          return resolve(failed('unsupported', `Terminal on ${target}: the device refuses one.`));
        void opened(channel);
      });
    } catch {
      clearTimeout(deadline);
      lost();
    }
  });
