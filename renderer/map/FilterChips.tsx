import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useTopic } from '../engine/use-topic.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { useMapChoices } from './live/map-choices.ts';
import type { MapController } from './live/map-controller.ts';
import { isFiltered, noFilter, type MapFilter } from './scene/filter-devices.ts';
import styles from './FilterChips.module.css';

interface Active {
  readonly words: string;
  readonly without: Partial<MapFilter>;
}

function activeFilters(filter: MapFilter, nameOf: (deviceId: number) => string): readonly Active[] {
  const { site, hops, onlyProblems, hideLeaves } = filter;
  return [
    ...(site === null ? [] : [{ words: `Site ${site}`, without: { site: null } }]),
    ...(hops === null
      ? []
      : [{ words: `${countText(hops.depth, 'hop')} around ${nameOf(hops.rootId)}`, without: { hops: null } }]),
    ...(onlyProblems ? [{ words: 'Only problems', without: { onlyProblems: false } }] : []),
    ...(hideLeaves ? [{ words: 'Leaves hidden', without: { hideLeaves: false } }] : []),
  ];
}

/** What the map leaves out, where nobody can overlook it; each goes away by a click. */
export function FilterChips({ controller }: { readonly controller: MapController }): ReactNode {
  const filter = useMapChoices((choices) => choices.filter);
  const setFilter = useMapChoices((choices) => choices.setFilter);
  const shown = useStore(controller.shown, (state) => state.shownDevices);
  const { items, byId } = useTopic('devices', {});
  if (!isFiltered(filter)) return null;
  const active = activeFilters(filter, (id) => byId.get(id)?.name ?? 'a device that is gone');
  return (
    <div className={styles.chips} role="group" aria-label="Filters of the map">
      {active.map(({ words, without }) => (
        <button
          key={words}
          type="button"
          className={styles.chip}
          aria-label={`${words}: show all again`}
          onClick={() => setFilter(without)}
        >
          {words}
          <IconX size={12} aria-hidden />
        </button>
      ))}
      <span className={styles.count} role="status">
        {shown} of {countText(items.length, 'device')}
      </span>
      {active.length > 1 && (
        <Button size="small" tone="quiet" onClick={() => setFilter(noFilter)}>
          Show all
        </Button>
      )}
    </div>
  );
}

/** In the place of an empty canvas. */
export function NothingLeft({ controller }: { readonly controller: MapController }): ReactNode {
  const filter = useMapChoices((choices) => choices.filter);
  const setFilter = useMapChoices((choices) => choices.setFilter);
  const { ready, shownDevices } = useStore(controller.shown);
  if (!ready || shownDevices > 0 || !isFiltered(filter)) return null;
  const calm = filter.onlyProblems;
  return (
    <div className={styles.nothing} role="status">
      <strong>{calm ? 'No problems' : 'Nothing to show'}</strong>
      <p>{calm ? 'No device that the filters let through is in trouble.' : 'No device passes all filters.'}</p>
      <Button onClick={() => setFilter(noFilter)}>Show all devices</Button>
    </div>
  );
}
