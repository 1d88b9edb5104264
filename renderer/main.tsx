/** Connects to the engine and draws the page. */
import './engine/zod-without-eval.ts';
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followHost } from './alerts/follow-host.ts';
import { watchAlerts } from './alerts/watch-alerts.ts';
import { startConnection } from './engine/connection.ts';
import { followPast } from './past/past-moment.ts';
import { followPlayback } from './past/playback.ts';
import { App } from './shell/App.tsx';
import { followLook } from './state/apply-look.ts';
import { goHome } from './state/home.ts';
import { resumeTerminals } from './terminal/terminals.ts';

startConnection();
goHome();
followLook();
followHost();
watchAlerts();
void resumeTerminals();
followPast();
followPlayback();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
