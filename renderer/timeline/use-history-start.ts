import { useLiveTopic } from '../engine/use-topic.ts';

/** When the history of this network begins, as far as the page knows: its oldest device or incident. Null without any. */
export function useHistoryStart(): number | null {
  const devices = useLiveTopic('devices', {}).items;
  const incidents = useLiveTopic('incidents', {}).items;
  const moments = [...devices.map(({ addedAtMs }) => addedAtMs), ...incidents.map(({ openedAtMs }) => openedAtMs)];
  const first = moments.reduce((least, atMs) => Math.min(least, atMs), Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first : null;
}
