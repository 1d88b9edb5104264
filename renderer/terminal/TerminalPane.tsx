import { useEffect, useRef, useState, type ReactNode } from 'react';
import { usePreferences } from '../state/preferences.ts';
import { Button } from '../ui/Button.tsx';
import { useLook } from '../ui/token-colour.ts';
import { FindBar } from './FindBar.tsx';
import type { Xterm } from './open-xterm.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { pasteQuestion } from './paste-text.ts';
import { pageKey } from './terminal-keys.ts';
import { xtermOf, type OpenTerminal } from './terminals.ts';
import styles from './TerminalTab.module.css';

export interface TerminalPaneProps {
  readonly terminal: OpenTerminal;
  /** Of the device. */
  readonly name: string;
  readonly busy: boolean;
  readonly onOpen: () => void;
}

/** Follows the size of its place; a change of some milliseconds' length (a drag) is told the device once. */
function keepFitting(xterm: Xterm, host: HTMLElement): () => void {
  let timer: number | undefined;
  const observer = new ResizeObserver(() => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => xterm.fit(), 60);
  });
  observer.observe(host);
  xterm.fit();
  return () => {
    window.clearTimeout(timer);
    observer.disconnect();
  };
}

/** Where Tab goes on from when the keys of the terminal are left. */
function leave(host: HTMLElement): void {
  host.closest('[data-terminal-tab]')?.querySelector<HTMLElement>('button[aria-pressed="true"]')?.focus();
}

function takeKeys(xterm: Xterm, host: HTMLElement, onFind: () => void): void {
  xterm.terminal.attachCustomKeyEventHandler((event) => {
    const key = event.type === 'keydown' ? pageKey(event, xterm.terminal.hasSelection()) : null;
    if (key === null) return true;
    if (key === 'paste') return false;
    event.preventDefault();
    if (key === 'leave') leave(host);
    else if (key === 'find') onFind();
    // xterm answers the browser's copy with what is selected; that needs no permission.
    else document.execCommand('copy');
    return false;
  });
}

/** One terminal on the screen. */
export function TerminalPane({ terminal, name, busy, onOpen }: TerminalPaneProps): ReactNode {
  const host = useRef<HTMLDivElement>(null);
  const [finding, setFinding] = useState(false);
  const [pasting, setPasting] = useState<string | null>(null);
  const look = useLook();
  const readAloud = usePreferences((preferences) => preferences.terminalReadAloud);
  const xterm = xtermOf(terminal.id);
  useEffect(() => {
    const place = host.current;
    if (place === null || xterm === undefined) return undefined;
    xterm.attach(place);
    takeKeys(xterm, place, () => setFinding(true));
    const stop = keepFitting(xterm, place);
    xterm.terminal.focus();
    return () => {
      stop();
      xterm.detach();
    };
  }, [xterm]);
  useEffect(() => xterm?.recolour(look), [xterm, look]);
  useEffect(() => xterm?.readAloud(readAloud), [xterm, readAloud]);
  const focus = (): void => xterm?.terminal.focus();
  return (
    <div className={styles.pane}>
      {finding && xterm !== undefined && (
        <FindBar
          search={xterm.search}
          onClose={() => {
            setFinding(false);
            focus();
          }}
        />
      )}
      <section
        ref={host}
        className={styles.host}
        aria-label={`Terminal ${terminal.number} on ${name}`}
        onPasteCapture={(event) => {
          const text = event.clipboardData.getData('text/plain');
          if (pasteQuestion(text) === null) return;
          event.preventDefault();
          event.stopPropagation();
          setPasting(text);
        }}
      />
      {terminal.ended !== null && (
        <div className={styles.ended} role="status">
          <span>{terminal.ended}</span>
          <Button size="small" busy={busy} onClick={onOpen}>
            Open again
          </Button>
        </div>
      )}
      <PasteDialog
        text={pasting}
        asOne={xterm?.terminal.modes.bracketedPasteMode ?? false}
        onPaste={(text) => {
          setPasting(null);
          xterm?.terminal.paste(text);
        }}
        onClose={() => setPasting(null)}
      />
    </div>
  );
}
