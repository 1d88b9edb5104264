import { IconClipboardText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StatesHelpLink } from '../help/StatesHelpLink.tsx';
import { ViewBar } from '../shell/ViewBar.tsx';
import { usePlayhead } from '../state/playhead.ts';
import { goTo } from '../state/route.ts';
import { useSelection } from '../state/selection.ts';
import { Button } from '../ui/Button.tsx';
import { countText } from '../ui/count-text.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { useNow } from '../ui/use-now.ts';
import { BusiestLinks } from './BusiestLinks.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { CountLink } from './CountLink.tsx';
import { DevicesByKind } from './DevicesByKind.tsx';
import { DevicesNotUp } from './DevicesNotUp.tsx';
import { HEARD_OF, MANAGED } from './filters.ts';
import { IncidentsNow } from './IncidentsNow.tsx';
import { IncidentTrend } from './IncidentTrend.tsx';
import { StateStrip } from './StateStrip.tsx';
import { useOverview, type Overview } from './use-overview.ts';
import { WorstAnswers } from './WorstAnswers.tsx';
import styles from './Overview.module.css';

/** Where a shift begins: what is wrong, what changed, what is near its limits. Every number leads to its rows. */
export function OverviewView(): ReactNode {
  const overview = useOverview();
  const { counts, error } = overview;
  if (error !== null) return <ErrorState message={error.message} hint={error.hint} />;
  return (
    <>
      <ViewBar
        title="Overview"
        actions={
          <Button
            icon={<IconClipboardText size={16} stroke={1.75} aria-hidden />}
            onClick={() => goTo({ view: 'handover' })}
          >
            Hand over
          </Button>
        }
      >
        <CountLink to={{ view: 'devices', filter: MANAGED }}>{countText(counts.managed, 'device')}</CountLink>
        {counts.heardOf > 0 && (
          <CountLink to={{ view: 'devices', filter: HEARD_OF }}>
            {countText(counts.heardOf, 'neighbour')} only heard of
          </CountLink>
        )}
        <StatesHelpLink />
      </ViewBar>
      {overview.ready && counts.managed === 0 ? <NoDevices /> : <Cards overview={overview} />}
    </>
  );
}

/** Devices that are only heard of, or none: nothing is polled, so there is nothing to sum up. */
function NoDevices(): ReactNode {
  return (
    <EmptyState
      title="No device is polled yet"
      text="Once a device is polled, this page says what is wrong, what changed, and what is near its limits."
      action={<Button onClick={() => goTo({ view: 'add-devices' })}>Add devices</Button>}
    />
  );
}

function Cards({ overview }: { readonly overview: Overview }): ReactNode {
  const { counts, open, notUp } = overview;
  const selection = useSelection();
  const atMs = usePlayhead((state) => state.atMs);
  const minuteMs = useNow(60_000);
  const nowMs = atMs === null ? minuteMs : Math.floor(atMs / 60_000) * 60_000;
  const deviceId = selection?.kind === 'device' ? selection.deviceId : null;
  return (
    <div className={styles.page}>
      <div className={styles.grid}>
        <StateStrip states={counts.states} />
        <IncidentsNow
          open={open}
          counts={counts}
          notUp={notUp.total}
          selectedId={selection?.kind === 'incident' ? selection.incidentId : null}
        />
        <DevicesNotUp devices={notUp} incidentOver={overview.incidentOver} selectedId={deviceId} />
        <IncidentTrend nowMs={nowMs} newestId={overview.newestIncidentId} />
        <ChangesCard nowMs={nowMs} version={overview.networkVersion} />
        <BusiestLinks
          links={overview.busiest}
          nameOf={overview.nameOf}
          selectedId={selection?.kind === 'link' ? selection.linkId : null}
        />
        <WorstAnswers slowest={overview.slowest} lossiest={overview.lossiest} selectedId={deviceId} />
        <DevicesByKind kinds={counts.kinds} />
      </div>
    </div>
  );
}
