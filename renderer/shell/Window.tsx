import type { ReactNode } from 'react';
import { useConnection } from '../engine/connection.ts';
import { GuideCard } from '../guide/GuideCard.tsx';
import { CutOff } from '../ui/cut-off.ts';
import { TimeBar } from '../timeline/TimeBar.tsx';
import { usePlayhead } from '../state/playhead.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { KeySheet } from './KeySheet.tsx';
import { PastBanner } from './PastBanner.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useWindowKeys } from './use-window-keys.ts';
import { Workspace } from './Workspace.tsx';
import styles from './Window.module.css';

/** The instrument: rail, top bar, view with inspector, time bar. Only what they show changes. */
export function Window(): ReactNode {
  const past = usePlayhead((state) => state.atMs !== null);
  const cutOff = useConnection().state !== 'open';
  useWindowKeys();
  return (
    <div className={styles.window} data-print="flow">
      <a className={styles.skip} href="#view" data-no-print onClick={skipToView}>
        Skip to the view
      </a>
      <Rail />
      <TopBar />
      <div className={styles.banners} data-no-print>
        <ConnectionBanner />
        <PastBanner />
      </div>
      <ErrorBoundary part="guide">
        <GuideCard />
      </ErrorBoundary>
      <CutOff value={cutOff}>
        <Workspace />
      </CutOff>
      <footer className={styles.timeBar} aria-label="Time bar" data-no-print>
        <ErrorBoundary part="time bar">
          <TimeBar />
        </ErrorBoundary>
      </footer>
      {past && <div className={styles.pastFrame} aria-hidden data-no-print />}
      <CommandPalette />
      <KeySheet />
    </div>
  );
}

function skipToView(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('view')?.focus();
}
