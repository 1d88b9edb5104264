import { useMemo, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { enterWall } from '../state/wall.ts';
import { PointMenu } from '../ui/PointMenu.tsx';
import type { MapController } from './live/map-controller.ts';
import type { OpenMenu } from './live/map-shown.ts';
import { entriesOf, menuName } from './menu/entries-of.ts';

export interface MapMenuProps {
  readonly controller: MapController;
  readonly home: RefObject<HTMLElement | null>;
}

/** The context menu of whatever was pointed at. */
export function MapMenu({ controller, home }: MapMenuProps): ReactNode {
  const menu = useStore(controller.shown, (shown) => shown.menu);
  return menu && <Opened controller={controller} home={home} menu={menu} />;
}

/** Its entries are those of the moment it was opened: a menu that changes under the hand is a trap. */
function Opened({ controller, home, menu }: MapMenuProps & { readonly menu: OpenMenu }): ReactNode {
  const entries = useMemo(() => {
    const find = (): void => controller.shown.setState({ finding: true });
    return entriesOf(controller, menu.target, { find, wall: enterWall });
  }, [controller, menu]);
  return (
    <PointMenu
      label={menuName(menu.target)}
      at={menu.at}
      entries={entries}
      onClose={() => controller.menu.close()}
      home={home}
    />
  );
}
