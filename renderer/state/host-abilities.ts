/** What the host of this page can do: a command or a button that it cannot is not offered. */
import { create } from 'zustand';
import type { HostAbilities } from '../../shared/contract/shell.ts';
import { hostShell } from '../engine/shell.ts';

const none: HostAbilities = { notifications: 'none', tray: false, loginItem: false, networkFiles: false, logs: false };

/** Nothing until the host has answered, which is before anybody could have pressed a key. */
export const useHostAbilities = create<HostAbilities>(() => none);

/** Asked when the page begins, and again when a person may have allowed or forbidden something. */
export async function askHostAbilities(): Promise<HostAbilities> {
  const abilities = await hostShell().abilities();
  useHostAbilities.setState(abilities, true);
  return abilities;
}
