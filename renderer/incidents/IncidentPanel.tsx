import { IconCheck, IconHistory, IconTopologyStar3 } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { useIncidentsShown } from '../past/past-incidents.ts';
import { CommandKey } from '../shell/CommandKey.tsx';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { isTyping } from '../shell/use-window-keys.ts';
import { isKeyOf } from '../state/keymap.ts';
import { usePlayhead } from '../state/playhead.ts';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import type { ViewKey } from '../state/view-keys.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { FormError } from '../ui/FormError.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { useMoment } from '../ui/use-now.ts';
import { CauseDialog } from './CauseDialog.tsx';
import { CauseSection } from './IncidentCause.tsx';
import { IncidentNotes, NoteBox } from './IncidentNotes.tsx';
import { IncidentReasons } from './IncidentReasons.tsx';
import { IncidentRoot } from './IncidentRoot.tsx';
import { useLastDeed } from './incident-deeds.ts';
import { useIncidentActions } from './use-incident-actions.ts';

function kindLine(incident: Incident, nowMs: number): string {
  const lasted = formatAge((incident.closedAtMs ?? nowMs) - incident.openedAtMs);
  return `Incident ${incident.id}, ${incident.closedAtMs === null ? `open for ${lasted}` : `closed after ${lasted}`}`;
}

function affectedText(incident: Incident): string {
  const count = incident.affected.length;
  if (count === 0) return 'nothing hangs behind it';
  return `${countText(count, 'device')} behind it ${count === 1 ? 'is' : 'are'} unreachable`;
}

/** A key of the incident in the inspector: A acknowledges, C assigns a cause. A list with chosen ones takes it first. */
function usePanelKey(id: ViewKey, run: (() => void) | null): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isKeyOf(id, event) || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      run?.();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [id, run]);
}

/** The moment before it began, so that playing shows how it came. */
const REPLAY_LEAD_MS = 60_000;
/** At the pace of the clock nothing happens for a minute. */
const REPLAY_SPEED = 10;

function replay(incident: Incident): void {
  const { goToMoment, setPlaying, setSpeed, speed } = usePlayhead.getState();
  goToMoment(incident.openedAtMs - REPLAY_LEAD_MS);
  if (speed < REPLAY_SPEED) setSpeed(REPLAY_SPEED);
  setPlaying(true);
}

function showOnMap(incident: Incident): void {
  goTo({ view: 'map' });
  if (incident.linkId !== null) select({ kind: 'link', linkId: incident.linkId });
  else if (incident.deviceId !== null) select({ kind: 'device', deviceId: incident.deviceId });
}

function Known({ incident }: { readonly incident: Incident }): ReactNode {
  const nowMs = useMoment();
  const detail = useCall('incident.read', { incidentId: incident.id });
  const { reload } = detail;
  // The topic tells that something changed; what it is stands in the detail.
  useEffect(reload, [
    incident.notes,
    incident.cause?.atMs,
    incident.acknowledgedAtMs,
    incident.closedAtMs,
    incident.affected.length,
    reload,
  ]);
  const { acknowledge, unacknowledge, note } = useIncidentActions(incident, reload);
  const [asking, setAsking] = useState(false);
  const openCause = useCallback(() => setAsking(true), []);
  const acknowledged = incident.acknowledgedAtMs !== null;
  const canAcknowledge = !acknowledged;
  usePanelKey('incident.acknowledge', canAcknowledge ? acknowledge.run : null);
  usePanelKey('incident.cause', openCause);
  return (
    <InspectorFrame
      kind={kindLine(incident, nowMs)}
      subject={incident.title}
      copyText={`Incident ${incident.id}: ${incident.title}`}
      facts={
        <>
          <SeverityPips severity={incident.severity} />
          <span>{affectedText(incident)}</span>
        </>
      }
      buttons={
        <>
          {canAcknowledge && (
            <Button
              tone={incident.closedAtMs === null ? 'primary' : 'normal'}
              icon={<IconCheck size={16} stroke={2} aria-hidden />}
              busy={acknowledge.busy}
              onClick={() => acknowledge.run()}
            >
              Acknowledge <CommandKey id="incident.acknowledge" onFill={incident.closedAtMs === null} />
            </Button>
          )}
          {acknowledged && (
            <Button busy={unacknowledge.busy} onClick={() => unacknowledge.run()}>
              Take acknowledgement back
            </Button>
          )}
          <Button icon={<IconHistory size={16} stroke={1.75} aria-hidden />} onClick={() => replay(incident)}>
            Replay
          </Button>
          {(incident.deviceId !== null || incident.linkId !== null) && (
            <Button
              icon={<IconTopologyStar3 size={16} stroke={1.75} aria-hidden />}
              onClick={() => showOnMap(incident)}
            >
              Map
            </Button>
          )}
        </>
      }
      foot={<NoteBox action={note} />}
    >
      <FormError failure={acknowledge.failure ?? unacknowledge.failure ?? note.failure} />
      <IncidentRoot incident={incident} />
      <CauseSection incident={incident} onAssign={openCause} />
      {asking && <CauseDialog incidents={[incident]} onClose={() => setAsking(false)} />}
      {detail.error !== null && <ErrorState message={detail.error.message} hint={detail.error.hint} onRetry={reload} />}
      <PanelSection title="Why this root? Evidence, strongest first" aside="weight">
        <IncidentReasons reasons={detail.data?.reasons ?? []} loading={detail.loading && detail.data === undefined} />
      </PanelSection>
      <PanelSection title="Notes">
        <IncidentNotes notes={detail.data?.notes ?? []} />
      </PanelSection>
    </InspectorFrame>
  );
}

export function IncidentPanel({ incidentId }: { readonly incidentId: number }): ReactNode {
  const incident = useItem('incidents', {}, incidentId);
  const older = useCall('incident.read', incident === undefined ? { incidentId } : null);
  // Of one that is in no topic, what was done to it is read anew.
  const { reload } = older;
  const deed = useLastDeed((state) => state.deed);
  useEffect(reload, [deed, reload]);
  const told = incident ?? older.data?.incident;
  const [then] = useIncidentsShown(useMemo(() => (told === undefined ? [] : [told]), [told]));
  // One that began after the moment shown is told as it is now.
  const known = told === undefined ? undefined : then?.id === told.id ? then : told;
  if (known !== undefined) return <Known key={known.id} incident={known} />;
  return (
    <InspectorFrame kind="Incident" subject={`Number ${incidentId}`}>
      <EmptyState title="No such incident" text="It is not in this network file." />
    </InspectorFrame>
  );
}
