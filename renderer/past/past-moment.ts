/**
 * Follows the playhead: asks the engine for the moment under it and lets that stand in for now in all views. One question at
 * a time, and the newest wish next, so that dragging or playing never asks once a frame; until the first answer has come the
 * views keep what they showed.
 */
import { create } from 'zustand';
import { CallError } from '../../shared/contract/errors.ts';
import type { Device } from '../../shared/contract/devices.ts';
import type { Moment } from '../../shared/contract/moments.ts';
import { call } from '../engine/connection.ts';
import { liveTopicStore, showInstead, type Item, type StandIn } from '../engine/topic-store.ts';
import { standAt } from '../ui/use-now.ts';
import { usePlayhead, type PlayheadState } from '../state/playhead.ts';
import { forgetPorts, portsAt } from './past-ports.ts';
import { asState, devicesThen, healthThen, linksThen, portsThen, ratesThen, unreadMoment } from './stand-in.ts';

export interface Past {
  /** The moment that the views show; null while they show now. */
  readonly moment: Moment | null;
  /** Why the moment could not be read. */
  readonly error: CallError | null;
}

export const usePast = create<Past>(() => ({ moment: null, error: null }));

/** Between two questions: often enough to see what changes, seldom enough to leave the engine in peace. */
const PAUSE_MS = 250;
/** While it plays, the moment is asked for that will be shown when the answer comes. */
const AHEAD_MS = 150;

let asking = false;
let pause: ReturnType<typeof setTimeout> | null = null;

function show(moment: Moment, error: CallError | null): void {
  usePast.setState({ moment, error });
  showInstead(standInFor(moment));
}

function showNow(): void {
  forgetPorts();
  usePast.setState({ moment: null, error: null });
  showInstead(null);
}

/** What does not depend on now is made once for a moment: an update of now then draws nothing anew. */
function standInFor(moment: Moment): StandIn {
  const kept = new Map<string, ReturnType<typeof asState>>();
  const once = (
    key: string,
    live: Parameters<StandIn>[2],
    items: () => readonly Item[],
  ): ReturnType<typeof asState> => {
    const known = kept.get(key) ?? asState(items(), live);
    kept.set(key, known);
    return known;
  };
  return (topic, args, live) => {
    const deviceId = (args as { readonly deviceId?: number } | null)?.deviceId;
    switch (topic) {
      case 'devices':
        return asState(devicesThen(live.byId as ReadonlyMap<number, Device>, moment), live);
      case 'links':
        return once('links', live, () => linksThen(moment));
      case 'samples.devices':
        return once('health', live, () => healthThen(moment.health, moment.atMs));
      case 'samples.interfaces':
        if (deviceId === undefined) return once('use', live, () => ratesThen(moment.use, moment.atMs));
        return asState(ratesThen(portsAt(deviceId, moment.atMs, refresh)?.use ?? [], moment.atMs), live);
      case 'interfaces': {
        const ports = live.items as Parameters<typeof portsThen>[0];
        return asState(portsThen(ports, deviceId === undefined ? null : portsAt(deviceId, moment.atMs, refresh)), live);
      }
      default:
        return null;
    }
  };
}

/** Ports were read meanwhile: all is shown anew. */
function refresh(): void {
  const { moment } = usePast.getState();
  if (moment !== null) showInstead(standInFor(moment));
}

function wantedMs({ atMs, playing, speed }: PlayheadState): number | null {
  if (atMs === null) return null;
  return Math.min(Math.round(atMs + (playing ? AHEAD_MS * speed : 0)), Date.now());
}

function unread(atMs: number): Moment {
  const devices = liveTopicStore('devices', {}).getState().items;
  const links = liveTopicStore('links', {}).getState().items;
  return unreadMoment(devices, links, atMs);
}

async function ask(atMs: number): Promise<void> {
  asking = true;
  try {
    const moment = await call('moment.read', { atMs });
    if (usePlayhead.getState().atMs !== null) show(moment, null);
  } catch (error) {
    const told = error instanceof CallError ? error : new CallError('internal', String(error));
    if (usePlayhead.getState().atMs !== null) show(unread(atMs), told);
  } finally {
    asking = false;
    pause = setTimeout(() => {
      pause = null;
      follow(usePlayhead.getState());
    }, PAUSE_MS);
  }
}

function follow(playhead: PlayheadState): void {
  const atMs = wantedMs(playhead);
  const { moment } = usePast.getState();
  if (atMs === null) {
    if (moment !== null) showNow();
    return;
  }
  if (asking || pause !== null || moment?.atMs === atMs) return;
  void ask(atMs);
}

/** Called once by main.tsx. */
export function followPast(): void {
  usePlayhead.subscribe((playhead, before) => {
    if (playhead.atMs !== before.atMs) standAt(playhead.atMs);
    follow(playhead);
  });
}
