import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { formatAge } from '../../shared/units/durations.ts';
import { formatBits } from '../../shared/units/bits.ts';
import { countText } from '../ui/count-text.ts';
import { deviceGlyphNames } from '../ui/device-glyphs.ts';
import { StateMark } from '../ui/StateMark.tsx';
import { UseBar } from '../ui/UseBar.tsx';
import { useNow } from '../ui/use-now.ts';
import { cardPlace } from './geometry/card-place.ts';
import type { Flow } from './live/link-use.ts';
import type { MapController } from './live/map-controller.ts';
import type { Hovered } from './live/map-shown.ts';
import { sentenceOf } from './scene/link-words.ts';
import type { SceneEnd, SceneLink, SceneNode } from './scene/scene-types.ts';
import styles from './HoverCard.module.css';

/** What lies under the pointer in words and numbers. For the eye only: readers have the list and the inspector. */
export function HoverCard({ controller }: { readonly controller: MapController }): ReactNode {
  const hovered = useStore(controller.shown, (shown) => shown.hovered);
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!card.current || !hovered) return;
    const { offsetWidth: width, offsetHeight: height } = card.current;
    const { left, top } = cardPlace(hovered.at, { width, height }, controller.camera.size);
    card.current.style.transform = `translate(${left}px, ${top}px)`;
  }, [hovered, controller]);
  if (!hovered) return null;
  const content = <Content controller={controller} hovered={hovered} />;
  return (
    <div ref={card} key={hovered.key} className={styles.card} aria-hidden>
      {content}
    </div>
  );
}

function Content({
  controller,
  hovered,
}: {
  readonly controller: MapController;
  readonly hovered: Hovered;
}): ReactNode {
  const nowMs = useNow();
  const scene = controller.scene;
  if (hovered.kind === 'node') {
    const node = scene?.nodes.get(hovered.key);
    return node && <NodeFacts controller={controller} node={node} nowMs={nowMs} />;
  }
  const link = scene?.links.find(({ key }) => key === hovered.key);
  return link && <LinkFacts controller={controller} link={link} nowMs={nowMs} />;
}

interface LinkFactsProps {
  readonly controller: MapController;
  readonly link: SceneLink;
  readonly nowMs: number;
}

function LinkFacts({ controller, link, nowMs }: LinkFactsProps): ReactNode {
  const { a, b } = controller.flowOf(link);
  const atMs = Math.max(a.atMs ?? 0, b.atMs ?? 0);
  return (
    <>
      <p className={styles.head}>
        <StateMark state={link.state} />
        <span className={styles.quiet}>{sentenceOf(link)}</span>
      </p>
      <table className={styles.flows}>
        <tbody>
          <Direction controller={controller} from={link.a} to={link.b} flow={a} />
          <Direction controller={controller} from={link.b} to={link.a} flow={b} />
        </tbody>
      </table>
      {link.flapping && <p className={styles.loud}>Flapping</p>}
      <p className={styles.foot}>{atMs === 0 ? 'No rates yet' : `Read ${formatAge(Math.max(0, nowMs - atMs))} ago`}</p>
    </>
  );
}

const portWords = (end: SceneEnd): string =>
  end.port ?? (end.interfaceIds.length > 1 ? countText(end.interfaceIds.length, 'port') : 'port unknown');

interface DirectionProps {
  readonly controller: MapController;
  readonly from: SceneEnd;
  readonly to: SceneEnd;
  readonly flow: Flow;
}

/** What leaves `from`: who, at which port, how much, how full, what was lost. */
function Direction({ controller, from, flow }: DirectionProps): ReactNode {
  const name = controller.scene?.nodes.get(from.node)?.name ?? '';
  return (
    <tr>
      <th scope="row">
        <span className={styles.name}>{name}</span>
        <span className={styles.port}>{portWords(from)}</span>
      </th>
      <td className={styles.number}>{formatBits(flow.bps)}</td>
      <td>
        <UseBar percent={flow.percent} width={44} height={5} />
      </td>
      <td className={styles.number}>{flow.percent === null ? '' : `${Math.round(flow.percent)} %`}</td>
      <td className={styles.number}>
        {flow.errors !== null && flow.errors > 0 && (
          <span className={styles.loud}>{flow.errors < 1 ? '< 1' : Math.round(flow.errors)} errors/s</span>
        )}
      </td>
    </tr>
  );
}

interface NodeFactsProps {
  readonly controller: MapController;
  readonly node: SceneNode;
  readonly nowMs: number;
}

function NodeFacts({ controller, node, nowMs }: NodeFactsProps): ReactNode {
  if (node.kind !== 'device') {
    return (
      <>
        <p className={styles.head}>
          <strong>{node.name}</strong>
        </p>
        <ul className={styles.counts}>
          {node.counts.map(({ state, count }) => (
            <li key={state}>
              {count} <StateMark state={state} />
            </li>
          ))}
        </ul>
        <p className={styles.foot}>{node.kind === 'site' ? 'Click opens the site' : 'Click unfolds the stack'}</p>
      </>
    );
  }
  const device = controller.network().devices.find(({ id }) => id === node.deviceIds[0]);
  if (!device) return null;
  const product = [device.vendor, device.model].filter((word) => word !== null).join(' ');
  const because = device.stateBecause ?? device.problem;
  return (
    <>
      <p className={styles.head}>
        <strong>{device.name}</strong>
        {device.managed && <StateMark state={device.state} />}
        {device.managed && (
          <span className={styles.quiet}>for {formatAge(Math.max(0, nowMs - device.stateSinceMs))}</span>
        )}
      </p>
      <p className={styles.quiet}>
        {[deviceGlyphNames[device.kind], product, device.managed ? '' : 'heard of, not polled']
          .filter((word) => word !== '')
          .join(', ')}
      </p>
      {device.address !== '' && <p className={styles.port}>{device.address}</p>}
      {because !== null && <p className={styles.because}>{because}</p>}
      {node.pinned && <p className={styles.foot}>Pinned: stays here when the map is arranged</p>}
    </>
  );
}
