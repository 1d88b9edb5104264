/** What a person reads who does not know the command yet, or calls it wrongly. */
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CliIo } from '../../../electron/cli/io.ts';
import { runCommandLine } from '../../../electron/cli/run.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';

const COMMANDS = ['serve', 'demo', 'probe', 'discover', 'poll', 'watch', 'export', 'check', 'backup'];

/** Command line, and a part of what stderr must say. */
const WRONG: readonly (readonly [string, RegExp])[] = [
  ['', /Usage: trunkline/],
  ['nonsense', /unknown command 'nonsense'/],
  ['probe', /missing required argument 'address'/],
  ['probe 127.0.0.1', /give --community, or --v3-user/],
  ['probe router.example --community public', /router\.example is not an IPv4 or IPv6 address.*give its address/],
  ['probe 127.1 --community public', /127\.1 is not an IPv4 or IPv6 address/],
  ['probe 127.0.0.1 --portt 5', /unknown option '--portt'.*Did you mean --port\?/s],
  ['probe 127.0.0.1 --port 70000 --community x', /--port <n>.*whole number from 1 to 65535/],
  ['probe 127.0.0.1 --v3-user ops --v3-auth sha256:short', /at least 8 characters/],
  ['probe 127.0.0.1 --v3-user ops --v3-auth rot13:secret-secret', /--v3-auth is protocol:secret.*sha256/],
  ['probe 127.0.0.1 --v3-user ops --v3-priv aes:secret-secret', /--v3-priv needs --v3-auth/],
  ['probe 127.0.0.1 --v3-auth sha:secret-secret', /need --v3-user/],
  ['probe 127.0.0.1 --community env:NOT_THERE', /--community: the environment has no variable NOT_THERE/],
  ['probe 127.0.0.1 --community file:/not/there', /--community: the file \/not\/there cannot be read/],
  ['probe 127.0.0.1 --community a --v3-user b', /--community or --v3-user, not both/],
  ['discover --file FILE --community public', /at least one seed/],
  ['discover nowhere --file FILE --community public', /nowhere is neither an IPv4 or IPv6 address/],
  [
    'discover 127.0.0.1 --file FILE --community public --allow 10.0.0.0/8',
    /127\.0\.0\.1 lies outside the ranges that may be asked \(10\.0\.0\.0\/8\).*--allow/,
  ],
  ['discover 127.0.0.1 --file FILE', /give --community, or --v3-user/],
  ['poll', /required option '--file <file>'/],
  ['poll --file x --cycles 0', /--cycles <n>.*whole number from 1/],
  ['export --file x --format pdf2', /--format <format>.*one of json/],
  ['export --file x --format json --at yesterdayish', /--at <time>.*such as 2026-/],
];

/** In this process: that exit code and streams are those of the real one is shown by trunkline.test.ts. */
async function called(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  const io: CliIo = {
    out: (text) => void (said.stdout += text),
    say: (text) => void (said.stderr += `${text}\n`),
    env: {},
    stop: new AbortController().signal,
  };
  const code = await runCommandLine(line.split(' ').filter(Boolean), io);
  return { code, ...said };
}

describe('usage of the command line', () => {
  let home: TemporaryFolder;
  beforeAll(async () => {
    home = await temporaryFolder('cli-usage');
  });
  afterAll(() => home.remove());

  it.each(COMMANDS)('%s --help tells its options', async (command) => {
    const { code, stdout, stderr } = await called(`${command} --help`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: trunkline ${command} `));
  });

  it.each(WRONG)('"%s" is wrong usage, and it is said how', async (line, words) => {
    const { code, stdout, stderr } = await called(line.replace('FILE', home.file('new.trunkline')));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(['poll', 'watch', 'check', 'export --format json', 'backup --to copy'])(
    '%s of a file that is not there makes none',
    async (line) => {
      const { code, stderr } = await called(`${line} --file ${home.file('missing.trunkline')}`);
      expect(code).toBe(1);
      expect(stderr).toContain(`${home.file('missing.trunkline')} does not exist`);
    },
  );

  it('leaves no file behind', async () => {
    expect(await readdir(home.path)).toEqual([]);
  });
});
