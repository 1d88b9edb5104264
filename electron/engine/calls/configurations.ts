/** Handlers of shared/contract/configurations.ts. The file holds texts with their secrets masked; nothing else is ever shown. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { volatileLines } from '../ssh/config-text.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<EngineHandlers, 'config.read' | 'config.list' | 'config.search'>;

export function configHandlers(engine: EngineContext): Handlers {
  const { store } = engine;
  return {
    'config.read': ({ revisionId }) => readConfig(engine, revisionId),
    'config.list': () => store.readConfigSummaries(),
    'config.search': (args) => store.searchConfigs(args),
  };
}

async function readConfig({ store, network, sshProfiles }: EngineContext, revisionId: number) {
  const row = await store.readRevision(revisionId);
  if (row === null) throw new CallError('not-found', `There is no configuration revision ${revisionId}.`);
  const { stableHash: _hash, sealed: _sealed, text, ...kept } = row;
  const revision = { ...kept, lines: text.split('\n').length, bytes: Buffer.byteLength(text) };
  // Older revisions do not say which profile read them: then it was most likely the one that reads the device now.
  const name = row.profile ?? network.facts.get(row.deviceId)?.facts.ssh['profile'] ?? '';
  const profile = sshProfiles.get(name);
  return { revision, text, volatileLines: profile === undefined ? [] : volatileLines(text, profile) };
}
