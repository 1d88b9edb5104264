/** Everything the page can ask or hear, joined from its topics. The types of both sides come from here. */
import type { z } from 'zod';
import { consoleCalls } from './console.ts';
import { configCalls } from './configurations.ts';
import { boardCalls, boardTopics } from './boards.ts';
import { deviceCalls, deviceTopics } from './devices.ts';
import { discoveryCalls, discoveryTopics } from './discovery.ts';
import { hardwareCalls, hardwareTopics } from './hardware.ts';
import { incidentCalls, incidentTopics } from './incidents.ts';
import { logCalls, logTopics } from './log.ts';
import { overviewCalls } from './overview.ts';
import { momentCalls } from './moments.ts';
import { seriesCalls, seriesTopics } from './series.ts';
import { settingsCalls, settingsTopics } from './settings.ts';
import { storageCalls } from './storage.ts';
import { terminalCalls } from './terminals.ts';
import { topologyCalls, topologyTopics } from './topology.ts';

export const engineContract = {
  calls: {
    ...consoleCalls,
    ...configCalls,
    ...boardCalls,
    ...deviceCalls,
    ...discoveryCalls,
    ...hardwareCalls,
    ...incidentCalls,
    ...logCalls,
    ...overviewCalls,
    ...momentCalls,
    ...seriesCalls,
    ...settingsCalls,
    ...storageCalls,
    ...terminalCalls,
    ...topologyCalls,
  },
  topics: {
    ...boardTopics,
    ...deviceTopics,
    ...discoveryTopics,
    ...hardwareTopics,
    ...incidentTopics,
    ...logTopics,
    ...seriesTopics,
    ...settingsTopics,
    ...topologyTopics,
  },
} as const;

type Calls = typeof engineContract.calls;
type Topics = typeof engineContract.topics;

export type CallName = keyof Calls;
export type TopicName = keyof Topics;

/** What a caller passes (defaults may be left out). */
export type CallArgs<N extends CallName> = z.input<Calls[N]['args']>;
/** What a handler gets (defaults filled in). */
export type ParsedArgs<N extends CallName> = z.output<Calls[N]['args']>;
export type CallResult<N extends CallName> = z.output<Calls[N]['result']>;
export type TopicArgs<N extends TopicName> = z.input<Topics[N]['args']>;
export type TopicItem<N extends TopicName> = z.output<Topics[N]['item']>;

/** The engine's side: a missing or misnamed handler is a compile error. */
export type EngineHandlers = {
  readonly [N in CallName]: (args: ParsedArgs<N>) => Promise<CallResult<N>> | CallResult<N>;
};

/** A change of a followed collection. */
export interface TopicChange<I> {
  readonly upsert: readonly I[];
  readonly remove: readonly (number | string)[];
}

/**
 * What the engine offers for each topic. `subscribe` calls `onChange` for every change after the snapshot was taken;
 * coalescing and numbering are the server's work, not the source's.
 */
export interface TopicSource<I> {
  snapshot(): readonly I[] | Promise<readonly I[]>;
  subscribe(onChange: (change: TopicChange<I>) => void): () => void;
}

export type EngineTopics = {
  readonly [N in TopicName]: (args: z.output<Topics[N]['args']>) => TopicSource<TopicItem<N>>;
};
