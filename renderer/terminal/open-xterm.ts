/** An xterm for output that nobody may trust. Loaded when the first terminal is opened. */
import '@xterm/xterm/css/xterm.css';
import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Terminal } from '@xterm/xterm';
import { tokenColour } from '../ui/token-colour.ts';
import { styleSpansByProperty, withoutInlineStyles } from './policy-styles.ts';
import { terminalTheme } from './xterm-theme.ts';

const SCROLLBACK_LINES = 5000;
const FONT = '"JetBrains Mono Variable", ui-monospace, monospace';
/** Titles, colours that would hide text, links, the clipboard: taken, and nothing done. */
const SWALLOWED_OSC = [0, 1, 2, 4, 8, 10, 11, 12, 52, 104, 110, 111, 112] as const;

export interface Xterm {
  readonly terminal: Terminal;
  readonly search: SearchAddon;
  /** Puts it on the screen, here or in another place than before. */
  attach(host: HTMLElement): void;
  detach(): void;
  /** Fills its place; does nothing while it has none. */
  fit(): void;
  /** Takes the colours of the theme as they are now. `look`: a word that is another one when they are. */
  recolour(look: string): void;
  /** Offers what is written to screen readers. */
  readAloud(on: boolean): void;
  dispose(): void;
}

export async function openXterm(columns: number, rows: number): Promise<Xterm> {
  styleSpansByProperty();
  // A cell is measured once: with another font in place everything would stand beside its column.
  await document.fonts.load(`12px ${FONT}`);
  const terminal = new Terminal({
    cols: columns,
    rows,
    scrollback: SCROLLBACK_LINES,
    fontFamily: FONT,
    fontSize: 12,
    lineHeight: 1.25,
    cursorBlink: false,
    cursorInactiveStyle: 'outline',
    // Whatever colours a device chooses: WCAG 1.4.3.
    minimumContrastRatio: 4.5,
    drawBoldTextInBrightColors: false,
    macOptionClickForcesSelection: true,
    rightClickSelectsWord: false,
    linkHandler: { activate: () => undefined },
    windowOptions: {},
    logLevel: 'off',
    theme: terminalTheme(tokenColour),
  });
  for (const code of SWALLOWED_OSC) terminal.parser.registerOscHandler(code, () => true);
  const [fit, search] = [new FitAddon(), new SearchAddon()];
  terminal.loadAddon(fit);
  terminal.loadAddon(search);
  return {
    terminal,
    search,
    attach: (host) => {
      if (terminal.element === undefined) withoutInlineStyles(() => terminal.open(host));
      else host.append(terminal.element);
    },
    detach: () => terminal.element?.remove(),
    fit: () => {
      const size = fit.proposeDimensions();
      if (size !== undefined && size.cols > 1 && size.rows > 0) terminal.resize(size.cols, size.rows);
    },
    recolour: () => {
      terminal.options.theme = terminalTheme(tokenColour);
    },
    readAloud: (on) => {
      terminal.options.screenReaderMode = on;
    },
    dispose: () => terminal.dispose(),
  };
}
