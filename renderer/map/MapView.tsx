import { IconArrowBackUp, IconArrowForwardUp, IconLayoutDistributeHorizontal, IconStack2 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useTopic } from '../engine/use-topic.ts';
import { goTo } from '../state/route.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useMapChoices } from './live/map-choices.ts';
import type { MapController } from './live/map-controller.ts';
import { MapStage } from './MapStage.tsx';
import styles from './MapView.module.css';

/** The live map; fills the view and brings its own view bar. */
export function MapView(): ReactNode {
  const [controller, setController] = useState<MapController | null>(null);
  const devices = useTopic('devices', {});
  const count = devices.items.length;
  const empty = devices.ready && count === 0;
  return (
    <>
      <ViewBar title="Map" actions={controller && !empty && <MapActions controller={controller} />}>
        {controller && !empty && <MapSummary controller={controller} devices={count} />}
      </ViewBar>
      {empty ? (
        <EmptyState
          title="No devices yet"
          text="Here the network will be drawn, as soon as Trunkline knows an address to begin at."
          action={
            <Button tone="primary" onClick={() => goTo({ view: 'add-devices' })}>
              Add devices
            </Button>
          }
        />
      ) : (
        <MapStage onController={setController} />
      )}
    </>
  );
}

function MapSummary({
  controller,
  devices,
}: {
  readonly controller: MapController;
  readonly devices: number;
}): ReactNode {
  const folded = useStore(controller.shown, (shown) => shown.foldedDevices);
  return (
    <span className={styles.summary}>
      {countText(devices, 'device')}
      {folded > 0 && `, ${folded} folded`}
    </span>
  );
}

function MapActions({ controller }: { readonly controller: MapController }): ReactNode {
  const layoutRuns = useStore(controller.shown, (shown) => shown.layoutRuns);
  const opened = useStore(controller.shown, (shown) => shown.openedFolds);
  const foldAll = useMapChoices((choices) => choices.foldAll);
  return (
    <>
      {opened > 0 && (
        <Button tone="quiet" icon={<IconStack2 size={16} aria-hidden />} onClick={foldAll}>
          Fold all
        </Button>
      )}
      <IconButton label="Undo the last move (Ctrl Z)" onClick={() => controller.undo()}>
        <IconArrowBackUp size={16} aria-hidden />
      </IconButton>
      <IconButton label="Do it again (Ctrl Shift Z)" onClick={() => controller.redo()}>
        <IconArrowForwardUp size={16} aria-hidden />
      </IconButton>
      <Menu
        trigger={
          <Button icon={<IconLayoutDistributeHorizontal size={16} aria-hidden />} busy={layoutRuns}>
            {layoutRuns ? 'Arranging' : 'Arrange'}
          </Button>
        }
        entries={[
          { label: 'By role: core, distribution, access', onChoose: () => void controller.arrange('role') },
          { label: 'By links: short and even', onChoose: () => void controller.arrange('links') },
        ]}
      />
    </>
  );
}
