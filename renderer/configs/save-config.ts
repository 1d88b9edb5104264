/** Hands a configuration to the host as a file. Its secrets are masked: it holds nothing else. */
import type { CallResult } from '../../shared/contract/index.ts';
import { hostShell } from '../engine/shell.ts';
import { toastFailure } from '../state/use-action.ts';

/** The name is the device's own word: only plain letters get into a file's name. */
export function configFileName(device: string, atMs: number): string {
  const name = device.replaceAll(/[^\w.-]+/g, '-').replace(/^[.-]+/, '');
  const moment = new Date(atMs).toISOString().slice(0, 16).replaceAll(':', '').replace('T', '-');
  return `${name === '' ? 'device' : name.slice(0, 80)}-${moment}Z.txt`;
}

export function saveConfig(device: string, { revision, text }: CallResult<'config.read'>): void {
  hostShell()
    .saveFile({ name: configFileName(device, revision.atMs), text: text.endsWith('\n') ? text : `${text}\n` })
    .catch((error: unknown) => toastFailure('The configuration was not saved', error));
}
