/** One shell verb, checked before it is run: known by name, arguments as the contract says. No import of Electron. */
import { shellVerbs, type Shell, type ShellVerb } from '../../shared/contract/shell.ts';

/** Which method of the shell does a verb. */
const methods = {
  'shell.version': 'version',
  'shell.abilities': 'abilities',
  'shell.pick-file': 'pickFile',
  'shell.save-file': 'saveFile',
  'shell.open-external': 'openExternal',
  'shell.notify': 'notify',
  'shell.open-window': 'openWindow',
  'shell.describe-views': 'describeViews',
  'shell.show-status': 'showStatus',
  'shell.read-choices': 'readChoices',
  'shell.change-choices': 'changeChoices',
  'shell.open-network': 'openNetwork',
  'shell.open-logs': 'openLogs',
  'shell.save-report': 'saveReport',
} as const satisfies Record<ShellVerb, keyof Shell>;

function isVerb(name: unknown): name is ShellVerb {
  return typeof name === 'string' && Object.hasOwn(methods, name);
}

/** Rejects for an unknown verb and for arguments that are not the contract's. */
export async function runShellVerb(shell: Shell, verb: unknown, args: unknown): Promise<unknown> {
  if (!isVerb(verb)) throw new Error('there is no such verb');
  const parsed: unknown[] = shellVerbs[verb].args.parse(args);
  // The contract has just checked that these are the method's own arguments.
  const run = shell[methods[verb]] as (...given: unknown[]) => Promise<unknown>;
  const answer = await run.apply(shell, parsed);
  // Null is an answer (no file was picked); nothing at all is not.
  return answer === undefined ? {} : answer;
}
