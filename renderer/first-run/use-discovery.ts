/** Starting, stopping and mending a discovery run. */
import { useEffect, useRef } from 'react';
import type { DiscoveryRun } from '../../shared/contract/discovery.ts';
import { call } from '../engine/connection.ts';
import { useItem } from '../engine/use-topic.ts';
import { toastFailure } from '../state/use-action.ts';
import { draftName, draftSecret, type CredentialDraft } from '../settings/credential-draft.ts';

export interface DiscoveryWish {
  readonly seeds: readonly string[];
  readonly allow: readonly string[];
  readonly follow: boolean;
  /** None: every stored one, unless it is to be ping only. */
  readonly credentialIds: readonly number[];
  readonly pingOnly?: boolean;
}

export interface KeptCredential {
  readonly draft: CredentialDraft;
  readonly id: number;
}

/** Stores a typed credential; gives its id. */
export async function storeCredential(draft: CredentialDraft): Promise<number> {
  const { credentialId } = await call('credential.add', { name: draftName(draft), secret: draftSecret(draft) });
  return credentialId;
}

/** The same draft started twice is stored once. */
export async function keepCredential(draft: CredentialDraft, kept: KeptCredential | null): Promise<KeptCredential> {
  const same = kept !== null && JSON.stringify(kept.draft) === JSON.stringify(draft);
  return same ? kept : { draft, id: await storeCredential(draft) };
}

export async function startDiscovery(wish: DiscoveryWish): Promise<void> {
  const { seeds, allow, follow, credentialIds, pingOnly = false } = wish;
  const lists = { seeds: [...seeds], allow: [...allow], credentialIds: [...credentialIds] };
  await call('discovery.start', { ...lists, follow, pingOnly });
}

interface Retry {
  readonly address: string;
  readonly credentialId: number;
  /** Ranges of the run that it failed in. */
  readonly allow: readonly string[];
}

async function tryAgain({ address, credentialId, allow }: Retry): Promise<void> {
  try {
    await startDiscovery({ seeds: [address], allow, credentialIds: [credentialId], follow: true });
  } catch (error) {
    toastFailure(`${address} was not asked again`, error);
  }
}

/** There is one run at a time: what is to be asked again waits until the present one is through. */
export function useRetries(run: DiscoveryRun | undefined): (retry: Retry) => void {
  const waiting = useRef<Retry[]>([]);
  const idle = run?.state !== 'running';
  useEffect(() => {
    const first = idle ? waiting.current.shift() : undefined;
    if (first !== undefined) void tryAgain(first);
  }, [idle]);
  return (retry) => {
    if (idle) void tryAgain(retry);
    else waiting.current.push(retry);
  };
}

export function useRun(): DiscoveryRun | undefined {
  return useItem('discovery.run', {}, 'run');
}
