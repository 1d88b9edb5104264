/** The vault of the desktop app: the system's own key store (Keychain, DPAPI, kwallet, libsecret) by way of safeStorage. */
import { safeStorage } from 'electron';
import type { Vault } from '../host/host.ts';

/** Null where the system has no key store: on Linux "basic_text" is a key that everybody knows. */
export function safeStorageVault(): Vault | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    description: "this computer's key store",
    seal: (plain) => Promise.resolve(new Uint8Array(safeStorage.encryptString(plain))),
    open: (sealed) => {
      try {
        return Promise.resolve(safeStorage.decryptString(Buffer.from(sealed)));
      } catch {
        // Sealed on another machine or by another user: the vault's interface says null.
        return Promise.resolve(null);
      }
    },
  };
}
