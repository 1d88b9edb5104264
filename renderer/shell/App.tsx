import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, type ReactNode } from 'react';
import { useConnection } from '../engine/connection.ts';
import { useLiveTopic } from '../engine/use-topic.ts';
import { FirstRun } from '../first-run/FirstRun.tsx';
import { goTo, useRoute, type Route } from '../state/route.ts';
import { EmptyState, ErrorState } from '../ui/EmptyState.tsx';
import { ToastArea } from '../ui/Toast.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Gallery } from './Gallery.tsx';
import { Wall } from './Wall.tsx';
import { Window } from './Window.tsx';

/** Views that are of use before there is a network. */
const withoutDevices: ReadonlySet<Route['view']> = new Set(['settings', 'help']);

/** Decides what the whole window is: the gallery, first steps, or the instrument. */
function Page(): ReactNode {
  const route = useRoute();
  const connection = useConnection();
  const devices = useLiveTopic('devices', {});
  if (route.view === 'gallery') return <Gallery />;
  if (connection.state === 'refused') {
    return <ErrorState message={connection.error.message} hint={connection.error.hint} />;
  }
  if (!devices.ready) {
    return devices.error === null ? (
      <EmptyState title="Trunkline" text="Waiting for the engine to answer." />
    ) : (
      <ErrorState message={devices.error.message} hint={devices.error.hint} />
    );
  }
  if (route.view === 'wall' && devices.items.length > 0) return <Wall />;
  if (route.view === 'add-devices' || (devices.items.length === 0 && !withoutDevices.has(route.view))) {
    return <FirstRunPage />;
  }
  return <Window />;
}

/** Stays until a person opens the map, although devices appear while discovery runs. */
function FirstRunPage(): ReactNode {
  useEffect(() => goTo({ view: 'add-devices' }), []);
  return <FirstRun />;
}

export function App(): ReactNode {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={400}>
        <ToastArea>
          <ErrorBoundary part="page">
            <Page />
          </ErrorBoundary>
        </ToastArea>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
