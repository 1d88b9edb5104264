/** What each sign means, when the engine sets it, and what to do. Pure: the sentences hold the settings of this network. */
import type { SettingsValues } from '../../shared/contract/settings.ts';
import { NEIGHBOUR_PROTOCOLS, NEIGHBOUR_PROTOCOL_WORDS } from '../../shared/model/neighbour-protocols.ts';
import type { NeighbourProtocol } from '../../shared/model/neighbour-protocols.ts';
import { formatAge } from '../../shared/units/durations.ts';
import type { SeverityName } from '../ui/SeverityPips.tsx';
import type { StateName } from '../ui/state-marks.ts';
import { engineRules as rules } from './engine-rules.ts';

export type HelpSettings = Pick<
  SettingsValues,
  'icmpIntervalS' | 'counterIntervalS' | 'topologyIntervalS' | 'holdDownS' | 'holdUpS'
>;

export interface HelpEntry<S extends string> {
  readonly sign: S;
  /** One sentence. */
  readonly means: string;
  /** The engine's rule. */
  readonly when: string;
  readonly todo: string;
}

const seconds = (count: number): string => formatAge(count * 1000);

/** Worst first, as everywhere. */
export function stateEntries(settings: HelpSettings): readonly HelpEntry<StateName>[] {
  const echo = `each ${seconds(settings.icmpIntervalS)}`;
  const wait = seconds(rules.waitIntervals * settings.icmpIntervalS);
  return [
    {
      sign: 'down',
      means: 'It is silent, and nothing else explains that: it is the root of what hangs behind it.',
      when:
        `${rules.missesUntilSilent} echo rounds in a row (3 pings, ${echo}) without an answer, no answer by SNMP since ` +
        'the first miss, nothing silent between it and this console, and a neighbour was asked since. ' +
        'A port or link is down when an end that answers says so, also when it is shut down by configuration.',
      todo: 'Open its incident: it names the evidence. Look at power and uplinks of this device first.',
    },
    {
      sign: 'degraded',
      means: 'It answers, but not all is well: its SNMP agent does not do its work, or a part of it has a fault.',
      when:
        `${rules.missesUntilSilent} SNMP polls in a row (each ${seconds(settings.counterIntervalS)}) without an answer, ` +
        'or the agent refuses the credential; or a fan, power supply, optic or sensor that it tells of gives a warning, ' +
        'lies beyond a limit or failed.',
      todo: 'The reason beside it says which. Agent: test the credential in Settings, Credentials. Part: look at Hardware.',
    },
    {
      sign: 'blind',
      means: 'This console is cut off: nothing can be said of any device.',
      when:
        `At least ${rules.blindPercent} % of the devices that answered, and at least ${rules.blindFewest}, fell silent ` +
        `within ${seconds(Math.max(rules.blindWithinS, settings.icmpIntervalS))}. It ends when fewer are silent.`,
      todo: 'Look at the connection of this computer. Nothing else opens or closes meanwhile.',
    },
    {
      sign: 'unreachable',
      means: 'It is silent because something between it and this console is down.',
      when:
        'It is silent as for down, but on every way to it stands a device that is down. When that one answers again, ' +
        `it has ${wait} to come back before it is judged on its own.`,
      todo: 'Nothing here: mend the root that is named. It has no incident of its own.',
    },
    {
      sign: 'suspect',
      means: 'It missed an answer, and it is too early to say more.',
      when:
        `The first missed echo round; or it is silent and its root, or the neighbours that would make it one, are not ` +
        `settled yet: for ${wait} at most.`,
      todo: 'Wait for the next round. It opens no incident and closes none.',
    },
    {
      sign: 'unknown',
      means: 'There is no fresh fact.',
      when:
        'It was not asked since the engine started, or is only heard of by its neighbours. A port or link, when no end ' +
        'tells its status.',
      todo: 'Give it a minute; a neighbour that is only heard of can be added as a device.',
    },
    {
      sign: 'maintenance',
      means: 'Somebody works on it. It is measured as ever, and nothing of it alarms.',
      when:
        'A person said so on the device, until a person takes it back or the end that was set has come. Links with such an end open no incident either. ' +
        'A port or link that is in test mode by its own word is shown alike.',
      todo: 'Take it out of maintenance when the work is done: faults that are there then are told.',
    },
    {
      sign: 'up',
      means: 'It answers.',
      when:
        'It answered the last echo round, or its agent answered after ping fell silent (a ping filter is no outage), and no ' +
        'part of it has a fault. ' +
        'A port or link, when an end that answers says up.',
      todo: 'Nothing.',
    },
  ];
}

/** Worst first. */
export const severityEntries: readonly HelpEntry<SeverityName>[] = [
  {
    sign: 'critical',
    means: 'Others lose their way.',
    when: 'A device is down and other devices are unreachable behind it, or this console is cut off.',
    todo: 'Now.',
  },
  {
    sign: 'major',
    means: 'Something that matters is broken or may not be what it seems.',
    when:
      'A device is down with none behind it; a link is down while both its ends answer; a device offers another SSH ' +
      'host key than the trusted one; a power supply, optic or sensor failed or lies beyond its critical limit.',
    todo: 'In this shift. A host key: ask who exchanged the device before you trust it.',
  },
  {
    sign: 'minor',
    means: 'An inconvenience to a few, or a sign of more to come.',
    when:
      'An access point, printer, camera, unmanaged or outside device is down; an SNMP agent is silent or refuses; a fan ' +
      'failed, or a part gives a warning; a link ' +
      `is flapping: its flap score over the last ${rules.flapPolls} polls reached ${rules.flapStartPercent} %, until it ` +
      `falls to ${rules.flapStopPercent} %.`,
    todo: 'When there is time.',
  },
  {
    sign: 'info',
    means: 'Good to know.',
    when: `A device restarted. It closes by itself after ${rules.restartShownMin} min without another one.`,
    todo: 'Ask why, if nobody planned it.',
  },
];

/** When incidents open and close, as this network is set. */
export function holdSentences({ holdDownS, holdUpS }: HelpSettings): readonly string[] {
  return [
    `A fault opens its incident ${holdDownS === 0 ? 'at once' : `after it lasted ${seconds(holdDownS)}`}, dated back to the first missed answer.`,
    `A recovery closes it ${holdUpS === 0 ? 'at once' : `after it lasted ${seconds(holdUpS)}`}, dated back to the first answer.`,
    'While it is open, an incident never gets milder: what it once was is what people were told.',
  ];
}

export type LinkLook = 'confirmed' | 'one-sided' | 'inferred' | 'manual' | 'ageing' | 'down' | 'flapping' | 'use';

export interface LookEntry<S extends string> {
  readonly sign: S;
  readonly name: string;
  readonly text: string;
}

export function linkEntries({ topologyIntervalS }: HelpSettings): readonly LookEntry<LinkLook>[] {
  return [
    {
      sign: 'use',
      name: 'Two halves',
      text: 'Each half has the colour of how much leaves its own end, as a share of the speed. From 85 % on the number stands on it. The width is the speed.',
    },
    { sign: 'confirmed', name: 'Confirmed', text: 'Both ends name each other, by LLDP, CDP or the like.' },
    {
      sign: 'one-sided',
      name: 'One-sided',
      text: 'Only one end names the other; the ring is at the end that is silent.',
    },
    {
      sign: 'inferred',
      name: 'Inferred',
      text: 'No end names the other; it was concluded. “Why is this link here?” says how.',
    },
    { sign: 'manual', name: 'Manual', text: 'A person drew it. It stays until a person removes it.' },
    {
      sign: 'ageing',
      name: 'Ageing',
      text: `The last run of neighbour tables (each ${seconds(topologyIntervalS)}) did not show it any more. After ${rules.missedRunsUntilGone} such runs it is gone.`,
    },
    {
      sign: 'down',
      name: 'Down',
      text: 'An end that answers says that its port is down. The last word of a dead device does not count.',
    },
    {
      sign: 'flapping',
      name: 'Flapping',
      text: `It went down and up again and again: flap score ${rules.flapStartPercent} % or more. Until it is steady, only this is told.`,
    },
  ];
}

/** Who can tell of a link: what the words in “Why is this link here?” and in a device's neighbours stand for. */
export const protocolEntries: readonly LookEntry<NeighbourProtocol>[] = NEIGHBOUR_PROTOCOL_WORDS.map((word) => ({
  sign: word,
  name: word,
  text: NEIGHBOUR_PROTOCOLS[word],
}));

export type GraphMarkSign = 'band' | 'percentile' | 'gap' | 'suspect' | 'smoke' | 'loss';

export const graphEntries: readonly LookEntry<GraphMarkSign>[] = [
  {
    sign: 'band',
    name: 'Line and band',
    text: 'The mean of each step, and from its lowest to its highest value. Out is above zero, in below.',
  },
  {
    sign: 'percentile',
    name: '95th percentile',
    text: 'Dashed, with its number: 95 % of the means of 5 minutes lie below, as providers bill it. It takes three known means.',
  },
  {
    sign: 'gap',
    name: 'Gap',
    text: 'Hatched between two dotted lines: nothing was measured, or the counter was reset. Never bridged, never drawn as 0.',
  },
  {
    sign: 'suspect',
    name: 'Suspect rate',
    text: `Hatched in the colour of suspect: above ${rules.suspectTimesSpeed} times the speed of the port, so speed or counter lie. The axis does not follow it.`,
  },
  {
    sign: 'smoke',
    name: 'Smoke',
    text: 'Answer time: the middle value of the pings, and behind it in grey how far they spread.',
  },
  {
    sign: 'loss',
    name: 'Loss',
    text: 'A triangle under the axis: some pings of the step were lost; in the colour of down when all were.',
  },
];
