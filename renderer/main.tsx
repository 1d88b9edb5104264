/** Connects to the engine and draws the page. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startConnection, useConnection } from './engine/connection.ts';
import { useTopic } from './engine/use-topic.ts';

function FirstLight() {
  const connection = useConnection();
  const devices = useTopic('devices', {});
  return (
    <main>
      <p>Engine: {connection.state}</p>
      <ul>
        {devices.items.map((device) => (
          <li key={device.id}>
            {device.name} {device.address} {device.state}
          </li>
        ))}
      </ul>
    </main>
  );
}

startConnection();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <FirstLight />
    </StrictMode>,
  );
}
