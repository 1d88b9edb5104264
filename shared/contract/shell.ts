/**
 * What a host can do for the page beyond the engine. In Electron they are ipcMain.handle calls with a check of
 * the sender; in a browser the same interface is made of downloads and uploads, so no component asks where it runs.
 */
import { z } from 'zod';

/** Where in the page a window begins: a fragment of our own routes. Never an address, so no window can be sent elsewhere. */
export const pageHash = z
  .string()
  .max(500)
  .regex(/^#\/[\w./~%?=&,:-]*$/);

export const shellVerbs = {
  'shell.version': { args: z.tuple([]), result: z.object({ app: z.string(), host: z.enum(['electron', 'browser']) }) },
  'shell.pick-file': {
    args: z.tuple([z.object({ title: z.string().max(200), extensions: z.array(z.string().max(20)).max(20) })]),
    result: z.object({ name: z.string(), text: z.string() }).nullable(),
  },
  'shell.save-file': {
    args: z.tuple([z.object({ name: z.string().max(200), text: z.string() })]),
    result: z.object({ saved: z.boolean() }),
  },
  'shell.open-external': { args: z.tuple([z.url({ protocol: /^https$/ })]), result: z.object({}) },
  'shell.notify': {
    args: z.tuple([z.object({ title: z.string().max(200), body: z.string().max(1000) })]),
    result: z.object({}),
  },
  'shell.open-window': { args: z.tuple([pageHash]), result: z.object({ opened: z.boolean() }) },
} as const;

export type ShellVerb = keyof typeof shellVerbs;

export interface Shell {
  version(): Promise<z.infer<(typeof shellVerbs)['shell.version']['result']>>;
  pickFile(options: { title: string; extensions: string[] }): Promise<{ name: string; text: string } | null>;
  saveFile(file: { name: string; text: string }): Promise<{ saved: boolean }>;
  openExternal(url: string): Promise<void>;
  notify(message: { title: string; body: string }): Promise<void>;
  /** One more window of the same page, at this fragment (`#/map`). Not opened where a browser blocks it. */
  openWindow(hash: string): Promise<{ opened: boolean }>;
}
