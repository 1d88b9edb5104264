/** The vault of a plain Node process: by passphrase where one is set, so that the file may travel, else by key file. */
import type { Vault } from '../host/host.ts';
import { openFileVault } from './file-vault.ts';
import { openPassphraseVault, passphraseFromEnvironment } from './passphrase-vault.ts';

export function openHostVault(env: Readonly<Record<string, string | undefined>>): Vault {
  const passphrase = passphraseFromEnvironment(env);
  return passphrase === null ? openFileVault() : openPassphraseVault(passphrase);
}
