/**
 * Keeps a running configuration as a revision when it differs in more than its volatile lines.
 *
 * A configuration is full of secrets. The file holds it twice: masked, for people and exports, and whole but sealed by the
 * vault, so that a change of a secret alone is noticed too. Where the vault cannot open the old one (another machine), the
 * masked texts decide.
 */
import { createHash } from 'node:crypto';
import type { Vault } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import { maskSecrets, stableText } from '../ssh/config-text.ts';
import type { SshProfile } from '../ssh/profile.ts';

/** Returns whether a revision was added. */
export async function keepRevision(
  deps: { readonly network: Network; readonly vault: Vault },
  deviceId: number,
  config: { readonly profile: SshProfile; readonly text: string; readonly atMs: number },
): Promise<boolean> {
  const { network, vault } = deps;
  const { profile, text, atMs } = config;
  const masked = maskSecrets(text, profile);
  const stableHash = createHash('sha256').update(stableText(masked, profile)).digest('hex');
  const newest = await newestRevision(network, deviceId);
  if (newest?.stableHash === stableHash && (await sameSecrets(vault, newest.sealed, config))) return false;
  const sealed = await vault.seal(text);
  if (network.devices.get(deviceId) === undefined) return false;
  network.store.put('revisions', [
    { id: network.store.nextId('revisions'), deviceId, atMs, stableHash, text: masked, sealed },
  ]);
  const what = newest === null ? 'First configuration kept' : 'Configuration changed';
  network.addEvent({ kind: 'config.saved', deviceId, text: what, atMs });
  return true;
}

async function newestRevision(network: Network, deviceId: number) {
  const [newest] = await network.store.readRevisions(deviceId);
  return newest === undefined ? null : network.store.readRevision(newest.id);
}

async function sameSecrets(
  vault: Vault,
  sealed: Uint8Array,
  config: { profile: SshProfile; text: string },
): Promise<boolean> {
  const before = await vault.open(sealed);
  return before === null || stableText(before, config.profile) === stableText(config.text, config.profile);
}
