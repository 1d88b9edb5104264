import { IconCheck, IconHistory, IconTopologyStar3 } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { formatAge } from '../../shared/units/durations.ts';
import { useCall } from '../engine/use-call.ts';
import { useItem } from '../engine/use-topic.ts';
import { InspectorFrame } from '../shell/InspectorFrame.tsx';
import { isTyping } from '../shell/use-window-keys.ts';
import { usePlayhead } from '../state/playhead.ts';
import { goTo } from '../state/route.ts';
import { select } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { FormError } from '../ui/FormError.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { PanelSection } from '../ui/PanelSection.tsx';
import { SeverityPips } from '../ui/SeverityPips.tsx';
import { useNow } from '../ui/use-now.ts';
import { IncidentNotes, NoteBox } from './IncidentNotes.tsx';
import { IncidentReasons } from './IncidentReasons.tsx';
import { IncidentRoot } from './IncidentRoot.tsx';
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

/** The key A acknowledges while an open incident is in the inspector. */
function useAcknowledgeKey(run: (() => void) | null): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'a' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      run?.();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);
}

/** The moment before it began, so that playing shows how it came. */
const REPLAY_LEAD_MS = 60_000;

function replay(incident: Incident): void {
  usePlayhead.getState().goToMoment(incident.openedAtMs - REPLAY_LEAD_MS);
}

function showOnMap(incident: Incident): void {
  goTo({ view: 'map' });
  if (incident.linkId !== null) select({ kind: 'link', linkId: incident.linkId });
  else if (incident.deviceId !== null) select({ kind: 'device', deviceId: incident.deviceId });
}

function Known({ incident }: { readonly incident: Incident }): ReactNode {
  const nowMs = useNow();
  const detail = useCall('incident.read', { incidentId: incident.id });
  const { reload } = detail;
  // The topic tells that something changed; what it is stands in the detail.
  useEffect(reload, [incident.notes, incident.acknowledgedAtMs, incident.closedAtMs, incident.affected.length, reload]);
  const { acknowledge, unacknowledge, note } = useIncidentActions(incident.id, reload);
  const acknowledged = incident.acknowledgedAtMs !== null;
  const canAcknowledge = !acknowledged && incident.closedAtMs === null;
  useAcknowledgeKey(canAcknowledge ? acknowledge.run : null);
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
              tone="primary"
              icon={<IconCheck size={16} stroke={2} aria-hidden />}
              busy={acknowledge.busy}
              onClick={() => acknowledge.run()}
            >
              Acknowledge <KeyHint keys="A" onFill />
            </Button>
          )}
          {acknowledged && incident.closedAtMs === null && (
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
  const older = useCall('incident.read', incident === undefined ? { incidentId } : null).data?.incident;
  const known = incident ?? older;
  if (known !== undefined) return <Known incident={known} />;
  return (
    <InspectorFrame kind="Incident" subject={`Number ${incidentId}`}>
      <EmptyState title="No such incident" text="It is not in this network file." />
    </InspectorFrame>
  );
}
