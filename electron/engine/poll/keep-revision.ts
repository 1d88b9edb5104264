/**
 * Keeps a running configuration as a revision when it differs in more than its volatile lines.
 *
 * A configuration is full of secrets. The file holds it twice: masked, for people and exports, and whole but sealed by the
 * vault, so that a change of a secret alone is noticed too. Where the vault cannot open the old one (another machine), the
 * masked texts decide.
 */
import { createHash } from 'node:crypto';
import type { RevisionWhy } from '../../../shared/contract/devices.ts';
import type { Vault } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import { maskSecrets, stableText } from '../ssh/config-text.ts';
import type { SshProfile } from '../ssh/profile.ts';
import { countChanges, type LineCounts } from './count-changes.ts';

export interface ReadConfig {
  readonly profile: SshProfile;
  /** As the device gave it, secrets and all. */
  readonly text: string;
  readonly atMs: number;
  readonly why: RevisionWhy;
  /** Name of the credential that logged in. */
  readonly credential: string | null;
}

/** Returns whether a revision was added. */
export async function keepRevision(
  deps: { readonly network: Network; readonly vault: Vault },
  deviceId: number,
  config: ReadConfig,
): Promise<boolean> {
  const { network, vault } = deps;
  const { profile, text, atMs, why, credential } = config;
  const masked = maskSecrets(text, profile);
  const stable = stableText(masked, profile);
  const stableHash = createHash('sha256').update(stable).digest('hex');
  const newest = await newestRevision(network, deviceId);
  if (newest?.stableHash === stableHash && (await sameSecrets(vault, newest.sealed, config))) return false;
  const sealed = await vault.seal(text);
  if (network.devices.get(deviceId) === undefined) return false;
  const counts = newest === null ? null : countChanges(stableText(newest.text, profile), stable);
  const [linesAdded, linesRemoved] = [counts?.added ?? null, counts?.removed ?? null];
  const origin = { profile: profile.name, why, credential, linesAdded, linesRemoved };
  network.store.put('revisions', [
    { id: network.store.nextId('revisions'), deviceId, atMs, stableHash, text: masked, sealed, ...origin },
  ]);
  const what = counts === null ? 'First configuration kept' : changeWords(counts);
  network.addEvent({ kind: 'config.saved', deviceId, text: what, atMs });
  return true;
}

const changeWords = ({ added, removed }: LineCounts): string =>
  added + removed === 0
    ? 'Configuration changed: a secret only'
    : `Configuration changed: ${added} lines added, ${removed} removed`;

async function newestRevision(network: Network, deviceId: number) {
  const [newest] = await network.store.readRevisions(deviceId);
  return newest === undefined ? null : network.store.readRevision(newest.id);
}

async function sameSecrets(
  vault: Vault,
  sealed: Uint8Array,
  config: Pick<ReadConfig, 'profile' | 'text'>,
): Promise<boolean> {
  const before = await vault.open(sealed);
  return before === null || stableText(before, config.profile) === stableText(config.text, config.profile);
}
