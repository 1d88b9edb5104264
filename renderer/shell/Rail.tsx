import type { KeyboardEvent, ReactNode } from 'react';
import { useTopic } from '../engine/use-topic.ts';
import { routeHash, useRoute } from '../state/route.ts';
import { Badge } from '../ui/Chip.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { Logo } from './Logo.tsx';
import { isInside, mainViews, settingsView, type ViewEntry } from './views.ts';
import styles from './Rail.module.css';

/** One stop of the Tab key; the arrows move inside. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const index = links.findIndex((link) => link === document.activeElement);
  event.preventDefault();
  links[(index + step + links.length) % links.length]?.focus();
}

export function Rail(): ReactNode {
  const route = useRoute();
  const open = useTopic('incidents', {}).items.filter((incident) => incident.closedAtMs === null).length;
  const entries = [...mainViews, settingsView];
  const stop = entries.find((entry) => isInside(route, entry)) ?? entries[0];
  return (
    <nav data-no-print className={styles.rail} aria-label="Views" onKeyDown={moveFocus}>
      <span className={styles.logo}>
        <Logo />
      </span>
      {entries.map((entry) => (
        <RailLink key={entry.label} entry={entry} current={isInside(route, entry)} isStop={entry === stop}>
          {entry.route.view === 'incidents' && open > 0 && <Badge count={open} label="open" />}
        </RailLink>
      ))}
    </nav>
  );
}

interface RailLinkProps {
  readonly entry: ViewEntry;
  readonly current: boolean;
  readonly isStop: boolean;
  readonly children: ReactNode;
}

function RailLink({ entry, current, isStop, children }: RailLinkProps): ReactNode {
  const Icon = entry.icon;
  return (
    <Tooltip text={entry.label} side="right">
      <a
        className={styles.link}
        href={routeHash(entry.route)}
        aria-current={current ? 'page' : undefined}
        tabIndex={isStop ? 0 : -1}
        data-last={entry === settingsView || undefined}
      >
        <Icon size={20} stroke={1.75} aria-hidden />
        <span className="only-for-readers">{entry.label}</span>
        <span className={styles.badge}>{children}</span>
      </a>
    </Tooltip>
  );
}
