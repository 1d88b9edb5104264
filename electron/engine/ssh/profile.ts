import { z } from 'zod';
import { patternTrouble } from './bounded-pattern.ts';

const source = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const trouble = patternTrouble(text);
    if (trouble !== null) context.addIssue({ code: 'custom', message: `regular expression: ${trouble}` });
  });
/** A bounded regular expression, matched against single lines. */
const pattern = source.transform((text) => new RegExp(text, 'u'));

const withGroup = (wanted: (group: string) => boolean, words: string) =>
  source
    .transform((text) => new RegExp(text, 'dgu'))
    .refine(
      ({ source }) => {
        const groups = [...source.matchAll(/\(\?<(\w+)>/g)].map((match) => match[1] ?? '');
        return groups.length > 0 && groups.every(wanted);
      },
      { error: `regular expression: ${words}` },
    );
const factPattern = withGroup(() => true, 'needs a named group for each fact, such as (?<osVersion>…)');
const secretPattern = withGroup((group) => group === 'secret', 'needs the named group (?<secret>…), and no other');

/** One line for the device, and nothing that would make it two. */
const command = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}+$/u, 'must be one line without control characters');

const schema = z.strictObject({
  /** The word in a credential's settings; also the file's name. */
  name: z.string().regex(/^[a-z][a-z0-9-]{1,49}$/, 'small letters, digits and hyphens'),
  /** What people call this kind of device. */
  title: z.string().min(1).max(100),
  /** Where a profile shows how a vendor names things: a sentence for whoever edits it next. */
  note: z.string().max(500).optional(),
  /** Tried in this order. exec: each command in a channel of its own; shell: a terminal with a prompt. */
  modes: z
    .array(z.enum(['exec', 'shell']))
    .min(1)
    .max(2),
  match: z.strictObject({
    /** Beginnings of sysObjectID, in whole numbers; the longest of all profiles wins. */
    sysObjectIds: z
      .array(z.string().regex(/^1(\.\d{1,10}){1,40}$/, 'numbers and dots, without a dot at the end'))
      .default([]),
    sysDescr: z.array(pattern).default([]),
    /** Against each line of the SSH version line and the banner before login. */
    banner: z.array(pattern).default([]),
  }),
  /** The last line, when the device waits for a command, trailing blanks cut off. */
  prompt: pattern,
  /** Sent first; a device that knows one of them not is no error. */
  pagerOff: z.array(command).default([]),
  pagers: z.array(z.strictObject({ pattern, key: z.string().min(1).max(2) })).default([]),
  /** Sent once when the first prompt fits `when`: vtysh on a router whose login is a Unix shell. */
  enter: z.strictObject({ when: pattern, command }).optional(),
  /** Sent when the prompt fits `when`. `question` is answered with the login's password. */
  enable: z.strictObject({ when: pattern, command, question: pattern }).optional(),
  /** Lines by which the device refuses a command. */
  refusals: z.array(pattern).default([]),
  /** Each named group of each pattern is a fact; the first line that fits decides. */
  commands: z.array(z.strictObject({ run: command, facts: z.array(factPattern).min(1) })).default([]),
  config: z
    .strictObject({
      run: command,
      /** Where the first commands are refused, these are tried. */
      otherwise: z.array(command).default([]),
      /** Some line has to fit, or the configuration was cut short. */
      complete: pattern.optional(),
      /** Lines that are no part of it, such as "Building configuration...". */
      drop: z.array(pattern).default([]),
      /** Lines that end with it go on in the next one. */
      continuation: z.string().min(1).max(2).optional(),
    })
    .optional(),
  /** Lines that change by themselves (dates, counters): left out where two configurations are compared. */
  volatile: z.array(pattern).default([]),
  /** The group (?<secret>…) is replaced wherever a configuration is shown or leaves the engine. */
  secrets: z.array(secretPattern).default([]),
  /** From a line that fits `from` to one that fits `to`, the lines between are secret (private keys). */
  secretBlocks: z.array(z.strictObject({ from: pattern, to: pattern })).default([]),
});

/** How one kind of device is spoken to. See resources/profiles/ssh/README.md. */
export type SshProfile = z.output<typeof schema>;

/** Reads a profile out of the text of its file. The error names each place in it and what to do there. */
export const parseProfile = (fileName: string, text: string): { profile: SshProfile } | { problem: string } => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `SSH profile ${fileName}: not JSON: ${error instanceof Error ? error.message : 'unreadable'}` };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const places = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    return { problem: `SSH profile ${fileName}: ${places.join('; ')}` };
  }
  if (fileName !== `${parsed.data.name}.json`) {
    return {
      problem: `SSH profile ${fileName}: name: is "${parsed.data.name}", so the file must be ${parsed.data.name}.json`,
    };
  }
  return { profile: parsed.data };
};
