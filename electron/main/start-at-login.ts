/** Start at login, by each system's own means. `login-item.ts` has the rules. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { app } from 'electron';
import { autostartEntry, autostartFile, ownProgram } from './login-item.ts';

export function startAtLogin(wanted: boolean): void {
  const { env, execPath, platform } = process;
  const program = ownProgram({ env, execPath });
  if (platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: wanted, path: program, args: ['--hidden'] });
    return;
  }
  const file = autostartFile({ env, home: homedir() });
  if (!wanted) return rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(program));
}
