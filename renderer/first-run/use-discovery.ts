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
  /** Null: the credentials that are stored already, or ping only where there are none. */
  readonly credential: CredentialDraft | null;
}

/** Stores a typed credential; gives its id. */
export async function storeCredential(draft: CredentialDraft, name = draftName(draft)): Promise<number> {
  const { credentialId } = await call('credential.add', { name, secret: draftSecret(draft) });
  return credentialId;
}

export async function startDiscovery(wish: DiscoveryWish): Promise<void> {
  const credentialIds = wish.credential === null ? [] : [await storeCredential(wish.credential)];
  await call('discovery.start', { seeds: [...wish.seeds], allow: [...wish.allow], follow: wish.follow, credentialIds });
}

interface Retry {
  readonly address: string;
  readonly credentialId: number;
}

async function tryAgain({ address, credentialId }: Retry): Promise<void> {
  try {
    await call('discovery.start', { seeds: [address], credentialIds: [credentialId], follow: true });
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
