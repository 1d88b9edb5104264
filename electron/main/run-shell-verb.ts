/** One shell verb, checked before it is run: known by name, arguments as the contract says. No import of Electron. */
import { shellVerbs, type Shell, type ShellVerb } from '../../shared/contract/shell.ts';

type Runners = { readonly [V in ShellVerb]: (shell: Shell, args: unknown) => Promise<unknown> };

const runners: Runners = {
  'shell.version': async (shell, args) => {
    shellVerbs['shell.version'].args.parse(args);
    return shell.version();
  },
  'shell.pick-file': async (shell, args) => shell.pickFile(shellVerbs['shell.pick-file'].args.parse(args)[0]),
  'shell.save-file': async (shell, args) => shell.saveFile(shellVerbs['shell.save-file'].args.parse(args)[0]),
  'shell.open-external': async (shell, args) => {
    await shell.openExternal(shellVerbs['shell.open-external'].args.parse(args)[0]);
    return {};
  },
  'shell.notify': async (shell, args) => {
    await shell.notify(shellVerbs['shell.notify'].args.parse(args)[0]);
    return {};
  },
  'shell.open-window': async (shell, args) => shell.openWindow(shellVerbs['shell.open-window'].args.parse(args)[0]),
};

function isVerb(name: unknown): name is ShellVerb {
  return typeof name === 'string' && Object.hasOwn(runners, name);
}

/** Rejects for an unknown verb and for arguments that are not the contract's. */
export async function runShellVerb(shell: Shell, verb: unknown, args: unknown): Promise<unknown> {
  if (!isVerb(verb)) throw new Error('there is no such verb');
  return runners[verb](shell, args);
}
