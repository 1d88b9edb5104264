import { IconChevronDown, IconChevronUp, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useTopic } from '../engine/use-topic.ts';
import { isTyping } from '../shell/use-window-keys.ts';
import { isKeyOf } from '../state/keymap.ts';
import { showOnMap } from '../state/map-target.ts';
import { IconButton } from '../ui/IconButton.tsx';
import type { MapController } from './live/map-controller.ts';
import { findDevices } from './scene/find-devices.ts';
import styles from './MapFind.module.css';

export interface MapFindProps {
  readonly controller: MapController;
  /** Gets the focus back. */
  readonly home: RefObject<HTMLElement | null>;
}

/** Opens by the key / like the search of a browser: all that is found is ringed, Enter flies from one to the next. */
export function MapFind({ controller, home }: MapFindProps): ReactNode {
  const finding = useStore(controller.shown, (shown) => shown.finding);
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if (!isKeyOf('filter', event) || isTyping(event.target)) return;
      event.preventDefault();
      controller.shown.setState({ finding: true });
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [controller]);
  return finding && <FindField controller={controller} home={home} />;
}

function FindField({ controller, home }: MapFindProps): ReactNode {
  const [text, setText] = useState('');
  const [at, setAt] = useState<number | null>(null);
  const { items } = useTopic('devices', {});
  const found = useMemo(() => findDevices(items, text), [items, text]);
  useEffect(() => {
    const nodeOf = controller.scene?.nodeOf;
    controller.shown.setState({ found: new Set(found.flatMap(({ id }) => nodeOf?.get(id) ?? [])) });
    controller.redraw();
  }, [controller, found]);
  const close = (): void => {
    controller.shown.setState({ finding: false, found: new Set() });
    home.current?.focus();
    controller.focus.set(controller.selected().node);
    controller.redraw();
  };
  const step = (by: 1 | -1): void => {
    if (found.length === 0) return;
    const next = at === null ? (by === 1 ? 0 : found.length - 1) : (at + by + found.length) % found.length;
    const device = found[next];
    setAt(next);
    if (device) showOnMap({ kind: 'device', deviceId: device.id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'ArrowDown') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const count =
    text.trim() === ''
      ? ''
      : found.length === 0
        ? 'None'
        : at === null
          ? `${found.length}`
          : `${at + 1} of ${found.length}`;
  const icon = { size: 14, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div role="search" aria-label="Find on the map" className={styles.find} onKeyDown={onKeyDown}>
      <IconSearch {...icon} />
      <input
        ref={(input) => input?.focus()}
        className={styles.input}
        aria-label="Find a device on the map"
        placeholder="Name, address, model or site"
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(null);
        }}
      />
      <span className={styles.count} role="status">
        {count}
      </span>
      <IconButton size="small" label="Previous (Shift Enter)" disabled={found.length === 0} onClick={() => step(-1)}>
        <IconChevronUp {...icon} />
      </IconButton>
      <IconButton size="small" label="Next (Enter)" disabled={found.length === 0} onClick={() => step(1)}>
        <IconChevronDown {...icon} />
      </IconButton>
      <IconButton size="small" label="Close (Escape)" onClick={close}>
        <IconX {...icon} />
      </IconButton>
    </div>
  );
}
