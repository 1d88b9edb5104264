/**
 * A short sound of our own for each severity: the worse, the more notes and the further down they lead. Two soft partials with a
 * quick rise and a long fall, so that it is heard across a room and startles nobody.
 */
import type { Severity } from '../../shared/contract/common.ts';

interface Note {
  readonly hertz: number;
  readonly atS: number;
}

const NOTE_S = 0.34;
/** Worst first a falling figure (A5 E5 A4, twice the last), then two notes, then one; info is the highest and softest. */
export const melodies: Readonly<Record<Severity, readonly Note[]>> = {
  critical: [
    { hertz: 880, atS: 0 },
    { hertz: 659.26, atS: 0.16 },
    { hertz: 440, atS: 0.32 },
    { hertz: 440, atS: 0.56 },
  ],
  major: [
    { hertz: 783.99, atS: 0 },
    { hertz: 587.33, atS: 0.18 },
  ],
  minor: [{ hertz: 659.26, atS: 0 }],
  info: [{ hertz: 987.77, atS: 0 }],
};

const PARTIALS = [
  { times: 1, gain: 0.24 },
  { times: 2.01, gain: 0.06 },
];
const RISE_S = 0.012;
const NEARLY_SILENT = 0.0001;

let context: AudioContext | null = null;

function playNote(audio: AudioContext, { hertz, atS }: Note, volume: number): void {
  const startS = audio.currentTime + 0.02 + atS;
  for (const { times, gain } of PARTIALS) {
    const oscillator = new OscillatorNode(audio, { type: 'sine', frequency: hertz * times });
    const envelope = new GainNode(audio, { gain: NEARLY_SILENT });
    envelope.gain.setValueAtTime(NEARLY_SILENT, startS);
    envelope.gain.exponentialRampToValueAtTime(Math.max(NEARLY_SILENT, gain * volume), startS + RISE_S);
    envelope.gain.exponentialRampToValueAtTime(NEARLY_SILENT, startS + NOTE_S);
    oscillator.connect(envelope).connect(audio.destination);
    oscillator.start(startS);
    oscillator.stop(startS + NOTE_S + 0.05);
  }
}

/** False when this system makes no sound, or not before someone has touched the page: browsers want that. */
export async function playAlert(severity: Severity, volume: number): Promise<boolean> {
  if (!('AudioContext' in window) || volume <= 0) return false;
  context ??= new AudioContext();
  if (context.state === 'suspended') {
    // It stays pending where a touch is missing: that is no reason to wait.
    void context.resume();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (context.state !== 'running') return false;
  for (const note of melodies[severity]) playNote(context, note, volume);
  return true;
}
