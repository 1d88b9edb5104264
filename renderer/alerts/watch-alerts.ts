/** Follows incidents and connection for the life of the page, and tells whoever looks elsewhere. */
import type { Incident } from '../../shared/contract/incidents.ts';
import { connectionState, onConnectionChange } from '../engine/connection.ts';
import { hostShell } from '../engine/shell.ts';
import { followTopic, topicStore } from '../engine/topic-store.ts';
import { areSoundsPaused, useAlertChoices } from './alert-choices.ts';
import { isLeading, seekLead } from './alert-lead.ts';
import {
  GATHER_MS,
  hearIncidents,
  hearSleep,
  messagesFor,
  newAlertBook,
  takeDue,
  type AlertBook,
} from './alert-rules.ts';
import { playAlert } from './alert-sound.ts';
import { networkStatus, windowTitle } from './network-status.ts';

/** A pause of sounds ends by itself, and a quiet time after sleep too: looked at this often. */
const LOOK_EVERY_MS = 5_000;
/** A browser tells nobody that the machine slept: a look that comes so late does. A hidden page looks once a minute. */
const SLEPT_MS = 180_000;

let book: AlertBook = newAlertBook;
let told = '';
let lookedAtMs = Date.now();

function incidentsNow(): readonly Incident[] | null {
  const { ready, items } = topicStore('incidents', {}).getState();
  return ready && connectionState() === 'open' ? items : null;
}

function showStatus(): void {
  const status = networkStatus(incidentsNow(), areSoundsPaused(Date.now()));
  const settings = topicStore('settings', {}).getState().byId.get('settings');
  document.title = windowTitle(status, settings?.networkName);
  const text = JSON.stringify(status);
  if (text === told || !isLeading()) return;
  told = text;
  hostShell()
    .showStatus(status)
    .catch(() => undefined);
}

function tell(due: readonly Incident[]): void {
  const { notify, sound, volume } = useAlertChoices.getState();
  for (const message of messagesFor(due.filter(({ severity }) => notify[severity]))) {
    hostShell()
      .notify(message)
      .catch(() => undefined);
  }
  const loudest = due.find(({ severity }) => sound[severity]);
  if (loudest !== undefined && !areSoundsPaused(Date.now())) void playAlert(loudest.severity, volume);
}

function look(): void {
  const nowMs = Date.now();
  if (nowMs - lookedAtMs > SLEPT_MS) book = hearSleep(book, false, nowMs);
  lookedAtMs = nowMs;
  const incidents = incidentsNow();
  if (incidents !== null) {
    const { book: next, due } = takeDue(book, incidents, nowMs);
    book = next;
    if (isLeading() && due.length > 0) tell(due);
  }
  showStatus();
}

let gathering = false;

function onIncidents(): void {
  const incidents = incidentsNow();
  if (incidents !== null) book = hearIncidents(book, incidents);
  showStatus();
  if (gathering || book.waiting.length === 0) return;
  gathering = true;
  setTimeout(() => {
    gathering = false;
    look();
  }, GATHER_MS);
}

/** Once, when the page begins. */
export function watchAlerts(): void {
  seekLead();
  followTopic('incidents', {});
  followTopic('settings', {});
  topicStore('incidents', {}).subscribe(onIncidents);
  topicStore('settings', {}).subscribe(showStatus);
  useAlertChoices.subscribe(showStatus);
  onConnectionChange(showStatus);
  hostShell().hear((event) => {
    if (event.kind === 'sleep') book = hearSleep(book, event.asleep, Date.now());
  });
  setInterval(look, LOOK_EVERY_MS);
}
