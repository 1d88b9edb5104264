/** An SSH server that plays a network device's terminal: for vendors whose system cannot be run in a test. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import type { AuthContext, Connection, ServerChannel, Session } from 'ssh2';

export interface ScriptedPager {
  /** Shown after each page, for example " --More-- ". */
  readonly text: string;
  readonly pageLines: number;
  /** What the device writes to wipe `text` once a key came. */
  readonly erase: string;
  readonly key: string;
  /** With this key all the rest comes at once. */
  readonly dumpKey?: string | undefined;
  /** Switches paging off. */
  readonly offCommand?: string | undefined;
}

export interface DeviceScript {
  readonly user: string;
  readonly password: string;
  /** Login methods offered; default both. */
  readonly methods?: readonly ('password' | 'keyboard-interactive')[] | undefined;
  /** Question of keyboard-interactive; default "Password: ". */
  readonly question?: string | undefined;
  readonly ident?: string | undefined;
  readonly banner?: string | undefined;
  readonly welcome?: string | undefined;
  readonly prompt: string;
  /** Draws the prompt so often over itself, as RouterOS does. */
  readonly promptDraws?: number | undefined;
  /** Privileged mode: its prompt and password (asked after "enable"). */
  readonly enable?: { readonly prompt: string; readonly password: string } | undefined;
  /** Output of each command; "\n" in it goes out as "\r\n". */
  readonly answers: Readonly<Record<string, string>>;
  readonly unknown: (command: string) => string;
  readonly pager?: ScriptedPager | undefined;
  readonly echo?: boolean | undefined;
  /** Splits all output into packets of so many bytes, one each turn of the event loop. Default: whole. */
  readonly packetBytes?: number | undefined;
  /** Between two packets; default 0. */
  readonly packetDelayMs?: number | undefined;
  /** Answers exec requests instead of refusing them. */
  readonly exec?: boolean | undefined;
  /** Command after which the connection is cut, half an answer out. */
  readonly cutAfter?: string | undefined;
}

export interface LoginAttempt {
  readonly method: string;
  readonly user: string;
  /** Null where the method carries none. */
  readonly secret: string | null;
}

export interface ScriptedSshd extends AsyncDisposable {
  readonly port: number;
  /** Each login attempt in order: what a wrong server would learn. */
  readonly attempts: LoginAttempt[];
  /** Each line typed at the terminal or sent as exec. */
  readonly commands: string[];
  /** Keys typed at a pager. */
  readonly keys: string[];
  stop(): Promise<void>;
}

const hostKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }).toString();

/** Writes in packets, in order, without waiting for the writer. */
const slowWriter = (channel: ServerChannel, script: DeviceScript): ((text: string) => void) => {
  const queue: Buffer[] = [];
  let busy = false;
  const next = (): void => {
    const packet = queue.shift();
    busy = packet !== undefined;
    if (packet === undefined || channel.destroyed) return;
    channel.write(packet);
    setTimeout(next, script.packetDelayMs ?? 0);
  };
  return (text) => {
    const bytes = Buffer.from(text.replaceAll('\n', '\r\n'));
    const size = script.packetBytes ?? Math.max(1, bytes.length);
    for (let at = 0; at < bytes.length; at += size) queue.push(bytes.subarray(at, at + size));
    if (!busy) next();
  };
};

/** One terminal: lines in, answers out, page by page where the device pages. */
const playTerminal = (channel: ServerChannel, script: DeviceScript, log: ScriptedSshd, cut: () => void): void => {
  const write = slowWriter(channel, script);
  let prompt = script.prompt;
  let typed = '';
  let paging = script.pager !== undefined;
  let rest: string[] | null = null;
  let asking = 0;
  const drawPrompt = (): void => write(`${`${prompt}\r`.repeat((script.promptDraws ?? 1) - 1)}${prompt}`);

  const page = (): void => {
    const lines = rest ?? [];
    const { pager } = script;
    const count = paging && pager !== undefined ? pager.pageLines : lines.length;
    write(
      lines
        .splice(0, count)
        .map((line) => `${line}\n`)
        .join(''),
    );
    if (lines.length > 0) write(pager?.text ?? '');
    else {
      rest = null;
      drawPrompt();
    }
  };
  const enable = (secret: string): void => {
    log.commands.push(secret);
    const right = secret === script.enable?.password;
    asking = right ? 0 : asking - 1;
    if (right) prompt = script.enable?.prompt ?? prompt;
    write(asking > 0 ? '\nPassword: ' : right ? '\n' : '\n% Access denied\n\n');
    if (asking === 0) drawPrompt();
  };
  const answer = (line: string): void => {
    log.commands.push(line);
    if (script.echo !== false) write('\n');
    if (line === 'enable' && script.enable !== undefined) {
      asking = 3;
      write('Password: ');
    } else if (line === script.cutAfter) {
      write('half an ans');
      setTimeout(cut, 20);
    } else {
      if (line === script.pager?.offCommand) paging = false;
      const text =
        line === script.pager?.offCommand || line === '' ? '' : (script.answers[line] ?? script.unknown(line));
      rest = text === '' ? [] : text.replace(/\n$/, '').split('\n');
      page();
    }
  };
  const type = (character: string): void => {
    if (rest !== null) {
      log.keys.push(character);
      if (character !== script.pager?.key && character !== script.pager?.dumpKey) return;
      write(script.pager.erase);
      if (character === script.pager.dumpKey) paging = false;
      page();
    } else if (character === '\n' || character === '\r') {
      const line = typed;
      typed = '';
      if (asking > 0) enable(line);
      else answer(line);
    } else {
      typed += character;
      if (asking === 0 && script.echo !== false) write(character);
    }
  };
  write(script.welcome ?? '');
  drawPrompt();
  channel.on('data', (chunk: Buffer) => {
    for (const character of chunk.toString()) type(character);
  });
};

const judge = (context: AuthContext, script: DeviceScript, log: ScriptedSshd): void => {
  const methods = [...(script.methods ?? (['password', 'keyboard-interactive'] as const))];
  const attempt = (secret: string | null): void =>
    void log.attempts.push({ method: context.method, user: context.username, secret });
  const decide = (secret: string | null): void => {
    attempt(secret);
    if (secret === script.password && context.username === script.user) context.accept();
    else context.reject(methods);
  };
  if (context.method === 'password' && methods.includes('password')) decide(context.password);
  else if (context.method === 'keyboard-interactive' && methods.includes('keyboard-interactive')) {
    context.prompt([{ prompt: script.question ?? 'Password: ', echo: false }], (answers) => decide(answers[0] ?? null));
  } else decide(null);
};

const playSession = (session: Session, connection: Connection, script: DeviceScript, log: ScriptedSshd): void => {
  session.on('pty', (accept) => accept());
  session.on('shell', (accept) => playTerminal(accept(), script, log, () => connection.end()));
  session.on('exec', (accept, reject, { command }) => {
    if (script.exec !== true) return reject();
    log.commands.push(command);
    const channel = accept();
    const known = script.answers[command];
    channel.write((known ?? script.unknown(command)).replaceAll('\n', '\r\n'));
    channel.exit(0);
    channel.end();
  });
};

/** Listens on a loopback port with a host key of its own, until disposed. */
export const startScriptedSshd = async (script: DeviceScript): Promise<ScriptedSshd> => {
  const { ident, banner } = script;
  const extras = { ...(ident === undefined ? {} : { ident }), ...(banner === undefined ? {} : { banner }) };
  const server = new ssh2.Server({ hostKeys: [hostKey()], ...extras });
  const open = new Set<Connection>();
  server.on('connection', (connection) => {
    open.add(connection);
    // A client that goes away in the middle is what some tests are about.
    connection.on('error', () => undefined);
    connection.on('close', () => open.delete(connection));
    connection.on('authentication', (context) => judge(context, script, sshd));
    connection.on('session', (accept) => playSession(accept(), connection, script, sshd));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    for (const connection of open) connection.end();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  const sshd: ScriptedSshd = {
    port: (server.address() as AddressInfo).port,
    attempts: [],
    commands: [],
    keys: [],
    stop,
    [Symbol.asyncDispose]: stop,
  };
  return sshd;
};
