/** What the host can do and what was chosen of it: asked once, and again after each change. */
import { useEffect, useState } from 'react';
import type { DesktopChoices, HostAbilities } from '../../shared/contract/shell.ts';
import { hostShell } from '../engine/shell.ts';
import { askHostAbilities } from '../state/host-abilities.ts';
import { toastFailure } from '../state/use-action.ts';

export interface Host {
  readonly abilities: HostAbilities;
  readonly choices: DesktopChoices;
}

export interface HostState {
  /** Null until the host has answered. */
  readonly host: Host | null;
  readonly change: (change: Partial<DesktopChoices>) => void;
  readonly askAgain: () => void;
}

async function ask(): Promise<Host> {
  const [abilities, choices] = await Promise.all([askHostAbilities(), hostShell().readChoices()]);
  return { abilities, choices };
}

export function useHost(): HostState {
  const [host, setHost] = useState<Host | null>(null);
  const askAgain = (): void => {
    ask().then(setHost, (error: unknown) => toastFailure('The host does not answer', error));
  };
  useEffect(askAgain, []);
  const change = (wanted: Partial<DesktopChoices>): void => {
    hostShell()
      .changeChoices(wanted)
      .then(askAgain, (error: unknown) => toastFailure('This was not changed', error));
  };
  return { host, change, askAgain };
}
