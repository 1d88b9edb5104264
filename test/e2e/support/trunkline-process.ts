/** Runs the real `trunkline` command and reads what it says. Always ended, by its own process id. */
import { fileURLToPath } from 'node:url';
import { startDaemon } from '../../helpers/daemon.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { until } from '../../helpers/until.ts';

const COMMAND = fileURLToPath(new URL('../../../bin/trunkline.js', import.meta.url));
const START_WITHIN_MS = 30_000;
const END_WITHIN_MS = 15_000;

export interface TrunklineProcess extends AsyncDisposable {
  /** The address with its token, as printed. */
  readonly url: string;
  output(): string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Ends it as the system would, cleanly. */
  close(): Promise<void>;
}

/** Key file, tokens and data of a person who uses the command: a test shares nothing with whoever runs it. */
export interface Home extends AsyncDisposable {
  file(name: string): string;
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export async function makeHome(): Promise<Home> {
  const folder = await temporaryFolder('home');
  const { path } = folder;
  const env = {
    HOME: path,
    XDG_CONFIG_HOME: folder.file('config'),
    XDG_DATA_HOME: folder.file('data'),
    APPDATA: folder.file('config'),
    LOCALAPPDATA: folder.file('data'),
    // Where the demo keeps its file: gone with the home, also when the demo was killed.
    TMPDIR: path,
    TEMP: path,
    TMP: path,
  };
  const remove = (): Promise<void> => folder.remove();
  return { env, file: (name) => folder.file(name), remove, [Symbol.asyncDispose]: remove };
}

/** Starts a command that serves a page (serve, demo) and waits for its address. */
export async function startTrunkline(args: readonly string[], home: Home): Promise<TrunklineProcess> {
  const daemon = await startDaemon(process.execPath, [COMMAND, ...args], {
    env: home.env,
    readyText: '#token=',
    readyTimeoutMs: START_WITHIN_MS,
  });
  const close = async (): Promise<void> => {
    daemon.signal('SIGTERM');
    try {
      await until(() => !daemon.running(), { what: 'the engine to end', timeoutMs: END_WITHIN_MS });
    } finally {
      await daemon.kill();
    }
  };
  return {
    url: await until(() => /http:\/\/\S+#token=\S+/.exec(daemon.output())?.[0], { what: 'the printed address' }),
    output: () => daemon.output(),
    kill: () => daemon.kill(),
    close,
    [Symbol.asyncDispose]: close,
  };
}
