/** The keys of the map while it has the focus. */
import { isKeyOf, isShiftedKeyOf } from '../../state/keymap.ts';
import { select } from '../../state/selection.ts';
import type { Direction } from '../geometry/nearest-node.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import type { MapController } from './map-controller.ts';
import { foldAway, openNode } from './open-node.ts';

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

/** What a step of the keys moves: the group where there is one, else what the keyboard stands on. */
function movedNodes({ group, focus }: MapController): readonly SceneNode[] {
  const nodes = [...group.nodes().values()];
  if (nodes.length > 1) return nodes;
  const node = focus.node();
  return node ? [node] : [];
}

/** One thing at a time: a drag, then the group, then the selection. */
function escape(controller: MapController): void {
  if (controller.cancelGesture()) return;
  if (controller.group.nodes().size > 0) {
    controller.group.clear();
    return;
  }
  controller.focus.leave();
  select(null);
}

function withNode(controller: MapController, run: (node: SceneNode) => void): void {
  const node = controller.focus.node();
  if (node) run(node);
}

type Handler = (controller: MapController) => void;

const PLAIN: Readonly<Record<string, Handler>> = {
  Enter: (controller) => withNode(controller, openNode),
  ' ': (controller) => withNode(controller, openNode),
  Backspace: (controller) =>
    withNode(controller, (node) => {
      if (controller.scene) foldAway(controller.scene, node);
    }),
  Escape: escape,
};

const goThroughLinks = (controller: MapController, step: 1 | -1): void =>
  controller.focus.nextLink(step, controller.selected().link);

/** Those that people may change. With Shift the links are gone through backwards. */
function ownHandler(event: MapKey): Handler | undefined {
  if (isKeyOf('map.fit', event) || isShiftedKeyOf('map.fit', event)) return (controller) => controller.fit();
  if (isKeyOf('map.links', event)) return (controller) => goThroughLinks(controller, 1);
  if (isShiftedKeyOf('map.links', event)) return (controller) => goThroughLinks(controller, -1);
  if (isKeyOf('map.zoom-in', event)) return (controller) => controller.zoomIn();
  if (isKeyOf('map.zoom-out', event)) return (controller) => controller.zoomOut();
  return undefined;
}

const WITH_COMMAND: Readonly<Record<string, Handler>> = {
  a: ({ group }) => group.all(),
  z: ({ moves }) => void moves.undo(),
  y: ({ moves }) => void moves.redo(),
  ' ': (controller) => withNode(controller, ({ key }) => controller.group.toggle(key)),
};

function handlerOf({ key, ctrlKey, metaKey, shiftKey }: MapKey): Handler | undefined {
  const command = ctrlKey || metaKey;
  const direction = DIRECTIONS[key];
  if (direction !== undefined) {
    if (shiftKey) return (controller) => controller.moves.nudge(movedNodes(controller), direction);
    return ({ focus }) => focus.move(direction, !command);
  }
  if (!command) return Object.hasOwn(PLAIN, key) ? PLAIN[key] : undefined;
  if (key.toLowerCase() === 'z' && shiftKey) return ({ moves }) => void moves.redo();
  return Object.hasOwn(WITH_COMMAND, key.toLowerCase()) ? WITH_COMMAND[key.toLowerCase()] : undefined;
}

/** True when the key was one of the map's. */
export function handleMapKey(controller: MapController, event: MapKey): boolean {
  const handler = ownHandler(event) ?? (event.altKey ? undefined : handlerOf(event));
  handler?.(controller);
  return handler !== undefined;
}

/** The key for menus, and Shift with F10 where a keyboard has none. */
export const opensMenu = ({ key, shiftKey }: MapKey): boolean => key === 'ContextMenu' || (key === 'F10' && shiftKey);
