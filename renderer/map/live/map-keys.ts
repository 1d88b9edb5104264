/** The keys of the map while it has the focus. */
import { select } from '../../state/selection.ts';
import type { Direction } from '../geometry/nearest-node.ts';
import type { MapController } from './map-controller.ts';

export interface MapKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function handlePlainKey(controller: MapController, key: string): boolean {
  const direction = DIRECTIONS[key];
  if (direction !== undefined) {
    controller.moveFocus(direction);
    return true;
  }
  switch (key) {
    case 'Enter':
    case ' ':
      controller.openFocused();
      return true;
    case 'f':
    case 'F':
      controller.fit();
      return true;
    case '+':
    case '=':
      controller.zoomIn();
      return true;
    case '-':
      controller.zoomOut();
      return true;
    case 'Escape':
      controller.leave();
      select(null);
      return true;
    default:
      return false;
  }
}

/** True when the key was one of the map's. */
export function handleMapKey(controller: MapController, event: MapKey): boolean {
  if (event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() === 'z') return event.shiftKey ? controller.redo() : controller.undo();
    return event.key.toLowerCase() === 'y' && controller.redo();
  }
  const direction = event.shiftKey ? DIRECTIONS[event.key] : undefined;
  if (direction !== undefined) {
    controller.nudge(direction);
    return true;
  }
  return handlePlainKey(controller, event.key);
}
