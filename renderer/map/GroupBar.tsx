import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { countText } from '../ui/count-text.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { Axis, Edge } from './geometry/align.ts';
import { useMapChoices } from './live/map-choices.ts';
import type { MapController } from './live/map-controller.ts';
import { axes, axisNames, edges, edgeNames, idsOf, LEAST_TO_DISTRIBUTE } from './menu/group-entries.ts';
import styles from './GroupBar.module.css';

const edgeIcons: Readonly<Record<Edge, TablerIcon>> = {
  left: IconLayoutAlignLeft,
  centre: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
};

const axisIcons: Readonly<Record<Axis, TablerIcon>> = {
  horizontally: IconLayoutDistributeVertical,
  vertically: IconLayoutDistributeHorizontal,
};

/** How many are selected together, and what puts them in order. There while there are two or more. */
export function GroupBar({ controller }: { readonly controller: MapController }): ReactNode {
  const group = useStore(controller.shown, (shown) => shown.group);
  const locked = useMapChoices((choices) => choices.locked);
  if (group.size < 2) return null;
  const nodes = [...controller.group.nodes().values()];
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selected together">
      <span className={styles.count} role="status">
        {countText(idsOf(nodes).length, 'device')} selected
      </span>
      {!locked &&
        edges.map((edge) => {
          const Icon = edgeIcons[edge];
          return (
            <IconButton
              key={edge}
              size="small"
              label={edgeNames[edge]}
              onClick={() => controller.moves.align([...controller.group.nodes().values()], edge)}
            >
              <Icon {...icon} />
            </IconButton>
          );
        })}
      {!locked &&
        axes.map((axis) => {
          const Icon = axisIcons[axis];
          return (
            <IconButton
              key={axis}
              size="small"
              label={axisNames[axis]}
              disabled={group.size < LEAST_TO_DISTRIBUTE}
              onClick={() => controller.moves.distribute([...controller.group.nodes().values()], axis)}
            >
              <Icon {...icon} />
            </IconButton>
          );
        })}
      <IconButton size="small" label="Clear the selection (Escape)" onClick={() => controller.group.clear()}>
        <IconX {...icon} />
      </IconButton>
    </div>
  );
}
