/** Handlers of shared/contract/settings.ts. */
import { basename } from 'node:path';
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { testCredential } from '../discovery/test-credential.ts';
import type { EngineContext } from './context.ts';
import { findInNetwork } from './search.ts';

type Handlers = Pick<
  EngineHandlers,
  | 'network.info'
  | 'settings.change'
  | 'credential.add'
  | 'credential.change'
  | 'credential.remove'
  | 'credential.test'
  | 'search.find'
>;

export function settingsHandlers(engine: EngineContext): Handlers {
  const { host, store, settings, credentials, network } = engine;
  return {
    'network.info': () => ({
      name: settings.values.networkName,
      file: basename(store.file),
      demo: engine.demo,
      engineVersion: host.version,
      vault: host.vault.description,
      startedAtMs: engine.startedAtMs,
      nowMs: host.clock.now(),
    }),
    'settings.change': async ({ values }) => {
      settings.change(values);
      engine.poller.intervalsChanged();
      await store.flush();
      return {};
    },
    'credential.add': async ({ name, secret }) => {
      const credentialId = await credentials.add(name, secret);
      engine.poller.credentialsChanged();
      await store.flush();
      return { credentialId };
    },
    'credential.change': async ({ credentialId, ...change }) => {
      await credentials.change(credentialId, change);
      engine.poller.credentialsChanged();
      await store.flush();
      return {};
    },
    'credential.remove': async ({ credentialId }) => {
      credentials.remove(credentialId);
      await store.flush();
      return {};
    },
    'credential.test': async ({ credentialId, address, port }) => {
      const credential = credentials.get(credentialId);
      if (credential === null) {
        throw new CallError('not-found', 'This credential cannot be opened here.', {
          hint: 'Enter its secret again under Settings, Credentials.',
        });
      }
      return testCredential(engine, credential, address, port);
    },
    'search.find': ({ text, limit }) => findInNetwork(network, text, limit),
  };
}
