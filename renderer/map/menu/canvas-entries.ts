/** The menu of the map itself. */
import { useMoveHistory } from '../live/move-history.ts';
import { commandKey } from '../../shell/command-key.ts';
import { commandKeyText, viewKeyText } from '../../shell/key-text.ts';
import { wallKey } from '../../state/view-keys.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { useMapChoices } from '../live/map-choices.ts';
import type { MapController } from '../live/map-controller.ts';

export interface CanvasVerbs {
  readonly find: () => void;
  readonly wall: () => void;
}

export function canvasEntries(controller: MapController, { find, wall }: CanvasVerbs): readonly MenuEntry[] {
  const { locked, filter, openedFolds, setLocked, setFilter, foldAll } = useMapChoices.getState();
  const { done, undone } = useMoveHistory.getState();
  const { moves } = controller;
  return [
    { label: 'Find on the map', keys: viewKeyText('filter'), onChoose: find },
    { label: 'Show the whole map', keys: viewKeyText('map.fit'), onChoose: () => controller.fit() },
    { label: 'Select all', keys: `${commandKey} A`, onChoose: () => controller.group.all() },
    ...(locked
      ? []
      : [
          ...(done.length > 0
            ? [{ label: 'Undo the last move', keys: `${commandKey} Z`, onChoose: () => void moves.undo() }]
            : []),
          ...(undone.length > 0
            ? [{ label: 'Do it again', keys: `${commandKey} Shift Z`, onChoose: () => void moves.redo() }]
            : []),
          { label: 'Arrange by role', apart: true, onChoose: () => void controller.arrange('role') },
          { label: 'Arrange by links', onChoose: () => void controller.arrange('links') },
        ]),
    ...(openedFolds.size > 0 ? [{ label: 'Fold all stacks', onChoose: foldAll }] : []),
    {
      label: filter.hideLeaves ? 'Show leaves' : 'Hide leaves',
      onChoose: () => setFilter({ hideLeaves: !filter.hideLeaves }),
    },
    { label: locked ? 'Unlock the map' : 'Lock the map', apart: true, onChoose: () => setLocked(!locked) },
    { label: 'Wall mode', keys: commandKeyText(wallKey), onChoose: wall },
  ];
}
