import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Device } from '../../shared/contract/devices.ts';
import type { LogEntry } from '../../shared/contract/log.ts';
import { eventWords } from '../devices/event-words.ts';
import { liveTopicStore } from '../engine/topic-store.ts';
import type { FilterSpec } from '../filter/filter-spec.ts';
import type { TableColumn } from '../ui/table-column.ts';
import { Time } from '../ui/Time.tsx';
import { LogMark } from './LogMark.tsx';

/** As it is called today, whatever moment is shown. */
export function deviceNow(deviceId: number | null): Device | undefined {
  return deviceId === null ? undefined : liveTopicStore('devices', {}).getState().byId.get(deviceId);
}

function OfDevice({ entry, word }: { readonly entry: LogEntry; readonly word: 'name' | 'site' }): ReactNode {
  const { deviceId } = entry;
  const text = useStore(liveTopicStore('devices', {}), ({ byId }) =>
    deviceId === null ? null : (byId.get(deviceId)?.[word] ?? null),
  );
  return text === null ? null : <span title={text}>{text}</span>;
}

/** In the log's own order and no other: it is read from the file in that order. */
export const logColumns: readonly TableColumn<LogEntry>[] = [
  { id: 'at', header: 'When', width: '116px', cell: (entry) => <Time atMs={entry.atMs} seconds /> },
  { id: 'kind', header: 'What', width: '172px', cell: (entry) => <LogMark kind={entry.kind} /> },
  {
    id: 'device',
    header: 'Device',
    width: 'minmax(120px, 0.35fr)',
    cell: (entry) => <OfDevice entry={entry} word="name" />,
  },
  {
    id: 'site',
    header: 'Site',
    width: 'minmax(100px, 0.25fr)',
    cell: (entry) => <OfDevice entry={entry} word="site" />,
  },
  {
    id: 'text',
    header: 'In words',
    width: 'minmax(240px, 1fr)',
    cell: (entry) => <span title={entry.text}>{entry.text}</span>,
  },
];

/** For what is offered while a filter is typed; the engine does the filtering (log-query.ts). */
export const logSpec: FilterSpec<LogEntry> = {
  fields: [
    { id: 'kind', label: 'What', kind: 'text', of: (entry) => entry.kind, nameOf: eventWords, offered: true },
    {
      id: 'device',
      label: 'Device',
      kind: 'text',
      of: (entry) => deviceNow(entry.deviceId)?.name ?? null,
      offered: true,
    },
    { id: 'site', label: 'Site', kind: 'text', of: (entry) => deviceNow(entry.deviceId)?.site ?? null, offered: true },
  ],
  textOf: (entry) =>
    `${eventWords(entry.kind)}\n${entry.kind}\n${entry.text}\n${deviceNow(entry.deviceId)?.name ?? ''}`.toLowerCase(),
};
