import { useRef, type ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { ConsoleView } from '../console/ConsoleView.tsx';
import { CompareView } from '../configs/CompareView.tsx';
import { ConfigsView } from '../configs/ConfigsView.tsx';
import { BoardsView } from '../boards/BoardsView.tsx';
import { BulkStatus } from '../devices/BulkBar.tsx';
import { DevicesView } from '../devices/DevicesView.tsx';
import { DeviceView } from '../devices/DeviceView.tsx';
import { IncidentsView } from '../incidents/IncidentsView.tsx';
import { HandoverView } from '../handover/HandoverView.tsx';
import { StatesPage } from '../help/StatesPage.tsx';
import { LogsView } from '../logs/LogsView.tsx';
import { MapView } from '../map/MapView.tsx';
import { OverviewView } from '../overview/OverviewView.tsx';
import { SettingsView } from '../settings/SettingsView.tsx';
import { INSPECTOR_MAX, INSPECTOR_MIN, usePreferences } from '../state/preferences.ts';
import { useRoute, type Route } from '../state/route.ts';
import { useSelection } from '../state/selection.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Inspector } from './Inspector.tsx';
import { inspectorShows, standardInspectorWidth } from './inspector-rules.ts';
import { useWide } from './use-wide.ts';
import styles from './Workspace.module.css';

const SEPARATOR_PX = 1;

function view(route: Route): ReactNode {
  switch (route.view) {
    case 'overview':
      return <OverviewView />;
    case 'devices':
      return <DevicesView />;
    case 'device':
      return <DeviceView key={route.deviceId} deviceId={route.deviceId} tab={route.tab} line={route.line ?? null} />;
    case 'incidents':
      return <IncidentsView />;
    case 'console':
      return <ConsoleView />;
    case 'handover':
      return <HandoverView since={route.since} />;
    case 'help':
      return <StatesPage />;
    case 'configs':
      return route.compare === null ? <ConfigsView /> : <CompareView pair={route.compare} />;
    case 'logs':
      return <LogsView />;
    case 'graphs':
      return <BoardsView board={route.board} />;
    case 'settings':
      return <SettingsView section={route.section} />;
    default:
      return <MapView />;
  }
}

/** The view and, while something is selected, the inspector: beside it, or over it where the window is narrow. */
export function Workspace(): ReactNode {
  const route = useRoute();
  const selection = useSelection();
  const wide = useWide();
  const { inspectorWidth, setInspectorWidth } = usePreferences();
  const inspected = inspectorShows(route, selection) ? selection : null;
  const width = inspectorWidth ?? standardInspectorWidth(route);
  const shownWidth = useRef(width);
  const main = (
    <main id="view" tabIndex={-1} className={styles.view} data-print="flow">
      <ErrorBoundary key={route.view} part={route.view}>
        {view(route)}
      </ErrorBoundary>
      <BulkStatus />
    </main>
  );
  const inspector = inspected && (
    <ErrorBoundary key={JSON.stringify(inspected)} part="inspector">
      <Inspector selection={inspected} />
    </ErrorBoundary>
  );
  // One tree for both widths: crossing from one to the other keeps what the view was doing.
  return (
    <div className={styles.work} data-print="flow">
      <Group
        className={styles.beside}
        data-print="flow"
        orientation="horizontal"
        onLayoutChanged={(_layout, { isUserInteraction }) => {
          if (isUserInteraction && inspected !== null) setInspectorWidth(shownWidth.current);
        }}
      >
        <Panel id="view-panel" minSize={400} className={styles.panel} data-print="flow">
          {main}
        </Panel>
        {wide && inspector && (
          <>
            <Separator className={styles.separator} aria-label="Width of the inspector" />
            <Panel
              data-no-print
              id={`inspector-${width === inspectorWidth ? 'own' : route.view}`}
              className={styles.panel}
              defaultSize={width - SEPARATOR_PX}
              minSize={INSPECTOR_MIN}
              maxSize={INSPECTOR_MAX}
              groupResizeBehavior="preserve-pixel-size"
              onResize={(size) => {
                shownWidth.current = size.inPixels + SEPARATOR_PX;
              }}
            >
              {inspector}
            </Panel>
          </>
        )}
      </Group>
      {!wide && inspector && (
        <div className={styles.over} style={{ width }} data-no-print>
          {inspector}
        </div>
      )}
    </div>
  );
}
