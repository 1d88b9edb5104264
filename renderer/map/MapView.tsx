import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDots,
  IconLayoutDistributeHorizontal,
  IconLock,
  IconLockOpen,
  IconStack2,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useTopic } from '../engine/use-topic.ts';
import { commandKey } from '../shell/command-key.ts';
import { commandKeyText, viewKeyText } from '../shell/key-text.ts';
import { openInNewWindow } from '../shell/open-in-new-window.ts';
import { usePlayhead } from '../state/playhead.ts';
import { ViewBar } from '../shell/ViewBar.tsx';
import { goTo } from '../state/route.ts';
import { wallKey } from '../state/view-keys.ts';
import { enterWall } from '../state/wall.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useMapChoices } from './live/map-choices.ts';
import type { MapController } from './live/map-controller.ts';
import { useMoveHistory } from './live/move-history.ts';
import { MapFilters } from './MapFilters.tsx';
import { MapStage } from './MapStage.tsx';
import styles from './MapView.module.css';

/** The live map; fills the view and brings its own view bar. */
export function MapView(): ReactNode {
  const [controller, setController] = useState<MapController | null>(null);
  const devices = useTopic('devices', {});
  const count = devices.items.length;
  const past = usePlayhead((state) => state.atMs !== null);
  const empty = devices.ready && count === 0;
  return (
    <>
      <ViewBar title="Map" actions={controller && !empty && <MapActions controller={controller} />}>
        {controller && !empty && <MapSummary controller={controller} devices={count} />}
      </ViewBar>
      {empty && past ? (
        <EmptyState title="No devices then" text="At this moment nothing was in the network yet." />
      ) : empty ? (
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
    <>
      <MapFilters />
      <span className={styles.summary}>
        {countText(devices, 'device')}
        {folded > 0 && `, ${folded} folded`}
      </span>
    </>
  );
}

function MapActions({ controller }: { readonly controller: MapController }): ReactNode {
  const layoutRuns = useStore(controller.shown, (shown) => shown.layoutRuns);
  const opened = useStore(controller.shown, (shown) => shown.openedFolds);
  const { locked, foldAll } = useMapChoices();
  const history = useMoveHistory();
  return (
    <>
      {opened > 0 && (
        <Button tone="quiet" icon={<IconStack2 size={16} aria-hidden />} onClick={foldAll}>
          Fold all
        </Button>
      )}
      <IconButton
        label="Undo the last move (Ctrl Z)"
        disabled={locked || history.done.length === 0}
        onClick={() => controller.moves.undo()}
      >
        <IconArrowBackUp size={16} aria-hidden />
      </IconButton>
      <IconButton
        label="Do it again (Ctrl Shift Z)"
        disabled={locked || history.undone.length === 0}
        onClick={() => controller.moves.redo()}
      >
        <IconArrowForwardUp size={16} aria-hidden />
      </IconButton>
      <LockButton />
      <Menu
        trigger={
          <Button
            icon={<IconLayoutDistributeHorizontal size={16} aria-hidden />}
            busy={layoutRuns}
            disabled={locked}
            aria-label="Arrange"
          >
            <span className={styles.wideOnly}>{layoutRuns ? 'Arranging' : 'Arrange'}</span>
          </Button>
        }
        entries={[
          { label: 'By role: core, distribution, access', onChoose: () => void controller.arrange('role') },
          { label: 'By links: short and even', onChoose: () => void controller.arrange('links') },
        ]}
      />
      <Menu
        trigger={
          <IconButton label="More of the map">
            <IconDots size={16} aria-hidden />
          </IconButton>
        }
        entries={[
          {
            label: 'Find on the map',
            keys: viewKeyText('filter'),
            onChoose: () => controller.shown.setState({ finding: true }),
          },
          { label: 'Select all', keys: `${commandKey} A`, onChoose: () => controller.group.all() },
          { label: 'Wall mode', keys: commandKeyText(wallKey), apart: true, onChoose: enterWall },
          { label: 'Open in a new window', onChoose: () => void openInNewWindow() },
        ]}
      />
    </>
  );
}

/** Says that it is locked in words: whoever wonders why nothing moves looks here. */
function LockButton(): ReactNode {
  const { locked, setLocked } = useMapChoices();
  const Icon = locked ? IconLock : IconLockOpen;
  return (
    <Button
      tone="quiet"
      icon={<Icon size={16} stroke={1.75} aria-hidden />}
      aria-label="Lock the map"
      aria-pressed={locked}
      title={locked ? 'Nothing can be moved by accident' : 'Keep things from being moved by accident'}
      onClick={() => setLocked(!locked)}
    >
      {locked ? 'Locked' : null}
    </Button>
  );
}
