/** How every window is made. Pure, so that a test reads the very options that Electron gets. */
import type { BrowserWindowConstructorOptions } from 'electron';
import type { Bounds } from './window-state.ts';

const CANVAS = { dark: '#0e1216', light: '#f3f5f7' };

export interface WindowWish {
  readonly preload: string;
  /** Position and size, or only a size: the system chooses where. */
  readonly place: Bounds | Pick<Bounds, 'width' | 'height'>;
  /** The first colour on screen, before the page has painted. */
  readonly dark: boolean;
  /** Null on macOS, where the app's bundle has it. */
  readonly icon: string | null;
}

export function windowOptions({ preload, place, dark, icon }: WindowWish): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: 800,
    minHeight: 500,
    show: false,
    title: 'Trunkline',
    backgroundColor: dark ? CANVAS.dark : CANVAS.light,
    ...(icon === null ? {} : { icon }),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}
