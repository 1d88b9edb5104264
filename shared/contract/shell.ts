/**
 * What a host can do for the page beyond the engine. In Electron the verbs are ipcMain.handle calls with a check of the
 * sender; in a browser the same interface is made of what a browser has. A component asks `abilities`, never where it runs.
 */
import { z } from 'zod';
import { rowId, severity } from './common.ts';

/** Where in the page a window begins: a fragment of our own routes. Never an address, so no window can be sent elsewhere. */
export const pageHash = z
  .string()
  .max(500)
  .regex(/^#\/[\w./~%?=&,:+*-]*$/);

/** A place in the page that a notification, a link of another program or the menu leads to. Never a path, never a command. */
export const pageLink = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('incident'), incidentId: rowId }),
  z.strictObject({ kind: z.literal('incidents') }),
  z.strictObject({ kind: z.literal('device'), name: z.string().min(1).max(255) }),
  z.strictObject({ kind: z.literal('page'), hash: pageHash }),
]);
export type PageLink = z.infer<typeof pageLink>;

/** What the host says to the page without being asked. */
export const shellEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('link'), link: pageLink }),
  z.strictObject({ kind: z.literal('show'), what: z.enum(['palette', 'keys', 'states']) }),
  z.strictObject({ kind: z.literal('sounds'), paused: z.boolean() }),
  /** The machine goes to sleep or has woken: what opens right after is the sleep's fault. */
  z.strictObject({ kind: z.literal('sleep'), asleep: z.boolean() }),
]);
export type ShellEvent = z.infer<typeof shellEvent>;

/** What this host has. Nothing is offered to a person that is false here. */
export const hostAbilities = z.object({
  /** `ask`: possible once the person allows it; `none`: this system has no notifications. */
  notifications: z.enum(['granted', 'ask', 'denied', 'none']),
  tray: z.boolean(),
  loginItem: z.boolean(),
  /** Opens another network file, and takes one that is dropped on the window. */
  networkFiles: z.boolean(),
  /** Keeps log files that can be looked at and sent. */
  logs: z.boolean(),
});
export type HostAbilities = z.infer<typeof hostAbilities>;

/** Choices of the desktop host; a host without the ability says false and keeps nothing. */
export const desktopChoices = z.object({ tray: z.boolean(), closeToTray: z.boolean(), startAtLogin: z.boolean() });
export type DesktopChoices = z.infer<typeof desktopChoices>;

export const networkMood = z.enum(['ok', 'degraded', 'down', 'blind']);
export type NetworkMood = z.infer<typeof networkMood>;

/** How the network is, in the smallest form: for a tray icon and a badge. */
export const networkStatus = z.strictObject({
  mood: networkMood,
  openIncidents: z.int().min(0),
  /** One line: "2 critical, 1 minor open". */
  text: z.string().max(200),
  soundsPaused: z.boolean(),
});
export type NetworkStatus = z.infer<typeof networkStatus>;

export const shellMessage = z.strictObject({
  title: z.string().max(200),
  body: z.string().max(1000),
  severity,
  link: pageLink,
});
export type ShellMessage = z.infer<typeof shellMessage>;

/** A view that the page has, for the host's menu. */
export const menuView = z.strictObject({ label: z.string().min(1).max(40), hash: pageHash });
export type MenuView = z.infer<typeof menuView>;

/** A name, never a path. `base64`: the text stands for bytes, of a picture for example. */
export const fileToSave = z.object({
  name: z.string().max(200),
  text: z.string(),
  encoding: z.enum(['utf8', 'base64']).optional(),
});
export type FileToSave = z.infer<typeof fileToSave>;

const nothing = z.object({});
const opened = z.object({ opened: z.boolean() });
const saved = z.object({ saved: z.boolean() });

export const shellVerbs = {
  'shell.version': { args: z.tuple([]), result: z.object({ app: z.string(), host: z.enum(['electron', 'browser']) }) },
  'shell.abilities': { args: z.tuple([]), result: hostAbilities },
  'shell.pick-file': {
    args: z.tuple([z.object({ title: z.string().max(200), extensions: z.array(z.string().max(20)).max(20) })]),
    result: z.object({ name: z.string(), text: z.string() }).nullable(),
  },
  'shell.save-file': { args: z.tuple([fileToSave]), result: saved },
  'shell.open-external': { args: z.tuple([z.url({ protocol: /^https$/ })]), result: nothing },
  'shell.notify': { args: z.tuple([shellMessage]), result: nothing },
  'shell.open-window': { args: z.tuple([pageHash]), result: opened },
  'shell.describe-views': { args: z.tuple([z.array(menuView).max(20)]), result: nothing },
  'shell.show-status': { args: z.tuple([networkStatus]), result: nothing },
  'shell.read-choices': { args: z.tuple([]), result: desktopChoices },
  'shell.change-choices': { args: z.tuple([desktopChoices.partial()]), result: desktopChoices },
  'shell.open-network': { args: z.tuple([]), result: opened },
  'shell.open-logs': { args: z.tuple([]), result: nothing },
  'shell.save-report': { args: z.tuple([z.object({ health: z.string().max(20_000) })]), result: saved },
} as const;

export type ShellVerb = keyof typeof shellVerbs;
type Result<V extends ShellVerb> = Promise<z.infer<(typeof shellVerbs)[V]['result']>>;

export interface Shell {
  version(): Result<'shell.version'>;
  abilities(): Result<'shell.abilities'>;
  pickFile(options: { title: string; extensions: string[] }): Result<'shell.pick-file'>;
  saveFile(file: FileToSave): Result<'shell.save-file'>;
  openExternal(url: string): Promise<void>;
  /** Shows a notification of the system that leads to the link. Asks for permission where one must. */
  notify(message: ShellMessage): Promise<void>;
  /** One more window of the same page, at this fragment (`#/map`). Not opened where a browser blocks it. */
  openWindow(hash: string): Result<'shell.open-window'>;
  /** The views that the page has, in order: the host's menu lists them. */
  describeViews(views: MenuView[]): Promise<void>;
  showStatus(status: NetworkStatus): Promise<void>;
  readChoices(): Result<'shell.read-choices'>;
  changeChoices(change: Partial<DesktopChoices>): Result<'shell.change-choices'>;
  /** Asks the person for a network file and opens it: the engine starts anew on it, and the page with it. */
  openNetwork(): Result<'shell.open-network'>;
  openLogs(): Promise<void>;
  /** Saves versions, health and the last log lines as text, without secrets, where the person says. */
  saveReport(about: { health: string }): Result<'shell.save-report'>;
}

/** What only the page's side of a shell has: things that no message to another process can carry. */
export interface PageShell extends Shell {
  /** Lets the person allow notifications where that must be asked; to be called from a click, or browsers refuse. */
  allowNotifications(): Promise<void>;
  /** Opens a network file that was dropped on the window (a DOM File). */
  openDropped(file: object): Promise<{ opened: boolean }>;
  /** Hears the host until the returned function is called. */
  hear(listener: (event: ShellEvent) => void): () => void;
}
