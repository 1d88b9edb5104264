/** The words after `npm start --`. */
import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly demo: boolean;
  readonly file: string | undefined;
  readonly port: number | undefined;
  /** False: print the address and open nothing. */
  readonly open: boolean;
  /** True: do not look for Electron at all. */
  readonly browser: boolean;
  readonly help: boolean;
}

export const START_HELP = `npm start -- [options]

  --demo        a simulated network, in a file that is thrown away
  --file FILE   the network file to open (default: this user's own)
  --browser     use a browser even where Electron is installed
  --port N      TCP port on 127.0.0.1 for the browser (default 8420, or any free one)
  --no-open     open no window: print the address
`;

/** Throws TypeError (parseArgs) or RangeError with words for people when the options are wrong. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean', default: false },
      file: { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    throw new RangeError(`--port must be a whole number from 1 to 65535, not ${values.port}`);
  }
  if (values.demo && values.file !== undefined) throw new RangeError('--demo has a file of its own: leave out --file');
  const { demo, file, browser, help } = values;
  return { demo, file, port, open: !values['no-open'], browser, help };
}
