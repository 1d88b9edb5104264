import { IconAlertTriangle, IconBuilding, IconPalette, IconTopologyRing2 } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTopic } from '../engine/use-topic.ts';
import { useSelection } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { ChoiceMenu } from '../ui/ChoiceMenu.tsx';
import { useMapChoices } from './live/map-choices.ts';
import type { Colouring } from './scene/link-ink.ts';

const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
const ALL = '';

function SiteMenu(): ReactNode {
  const { items } = useTopic('devices', {});
  const site = useMapChoices((choices) => choices.filter.site);
  const setFilter = useMapChoices((choices) => choices.setFilter);
  const sites = useMemo(
    () => [...new Set(items.flatMap((device) => device.site ?? []))].sort((a, b) => a.localeCompare(b, 'en')),
    [items],
  );
  if (sites.length < 2) return null;
  return (
    <ChoiceMenu
      icon={<IconBuilding {...icon} />}
      label="Site"
      value={site ?? ALL}
      options={[{ value: ALL, label: 'All sites' }, ...sites.map((name) => ({ value: name, label: name }))]}
      onChange={(value) => setFilter({ site: value === ALL ? null : value })}
    />
  );
}

const depths = ['1', '2', '3'] as const;

/** Around what is selected; around the same device still when something else is selected meanwhile. */
function HopMenu(): ReactNode {
  const selection = useSelection();
  const hops = useMapChoices((choices) => choices.filter.hops);
  const setFilter = useMapChoices((choices) => choices.setFilter);
  const { byId } = useTopic('devices', {});
  const selectedId = selection !== null && 'deviceId' in selection ? selection.deviceId : null;
  const rootId = selectedId ?? hops?.rootId ?? null;
  const name = rootId === null ? undefined : byId.get(rootId)?.name;
  return (
    <ChoiceMenu
      icon={<IconTopologyRing2 {...icon} />}
      label="Hops"
      value={hops === null ? ALL : String(hops.depth)}
      options={[
        { value: ALL, label: 'Whole network' },
        ...depths.map((depth) => ({
          value: depth,
          label: `${depth} ${depth === '1' ? 'hop' : 'hops'} around ${name ?? 'the selected device'}`,
          disabled: rootId === null,
        })),
      ]}
      onChange={(value) => {
        const depth = ([1, 2, 3] as const).find((one) => String(one) === value);
        setFilter({ hops: depth === undefined || rootId === null ? null : { rootId, depth } });
      }}
    />
  );
}

const colouringNames: Readonly<Record<Colouring, string>> = {
  use: 'Use',
  errors: 'Errors',
  state: 'State',
};

function ColouringMenu(): ReactNode {
  const { colouring, setColouring } = useMapChoices();
  return (
    <ChoiceMenu
      icon={<IconPalette {...icon} />}
      label={colouringNames[colouring]}
      name={`Links coloured by: ${colouringNames[colouring]}`}
      value={colouring}
      options={[
        { value: 'use', label: 'Use of each direction' },
        { value: 'errors', label: 'Errors and discards' },
        { value: 'state', label: 'State of the link' },
      ]}
      onChange={setColouring}
    />
  );
}

/** What the map shows and by what it colours: in the bar of the view. */
export function MapFilters(): ReactNode {
  const onlyProblems = useMapChoices((choices) => choices.filter.onlyProblems);
  const setFilter = useMapChoices((choices) => choices.setFilter);
  return (
    <>
      <ColouringMenu />
      <SiteMenu />
      <HopMenu />
      <Button
        tone="quiet"
        icon={<IconAlertTriangle {...icon} />}
        aria-pressed={onlyProblems}
        onClick={() => setFilter({ onlyProblems: !onlyProblems })}
      >
        Problems
      </Button>
    </>
  );
}
