import { grid, openPage } from '../support/on-page.ts';
import { expect, test } from '../support/test.ts';
import { makeHome, startTrunkline } from '../support/trunkline-process.ts';
import { goTo } from '../support/views.ts';

interface Recorder {
  notifications: Notification[];
  notes: number;
}
declare global {
  interface Window {
    recorded: Recorder;
  }
}

/** The browser's own notifications and oscillators, written down as they are made. */
function recordAlerts(): void {
  const recorded: Recorder = { notifications: [], notes: 0 };
  window.recorded = recorded;
  window.Notification = class extends Notification {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      recorded.notifications.push(this);
    }
  };
  window.OscillatorNode = class extends OscillatorNode {
    constructor(context: BaseAudioContext, options?: OscillatorOptions) {
      super(context, options);
      recorded.notes += 1;
    }
  };
}

test('what opens while one looks elsewhere is told by a notification and a sound, by choice, and a click leads to it', async ({
  context,
  page,
}) => {
  test.setTimeout(150_000);
  await context.grantPermissions(['notifications']);
  await page.addInitScript(recordAlerts);
  await using home = await makeHome();
  await using demo = await startTrunkline(['demo', '--phase', '150'], home);
  await openPage(page, demo.url);
  await test.step('choose, by keyboard alone', async () => {
    await goTo(page, '#/settings/alerts');
    const first = page.getByRole('switch', { name: 'Notification for critical incidents' });
    await first.focus();
    for (const name of ['critical', 'major', 'minor', 'info']) {
      await expect(page.getByRole('switch', { name: `Notification for ${name} incidents` })).toBeFocused();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    await expect(page.getByRole('switch', { checked: true })).toHaveCount(8);
    await expect(page.getByText('On this computer')).toHaveCount(0);
  });
  await test.step('a fault opens', async () => {
    await goTo(page, '#/devices');
    await grid(page, 'Devices').waitFor();
    await expect
      .poll(() => page.evaluate(() => window.recorded.notifications.length), { timeout: 90_000 })
      .toBeGreaterThan(0);
    await expect.poll(() => page.evaluate(() => window.recorded.notes)).toBeGreaterThan(0);
    await expect(page).toHaveTitle(/^\(\d+\) .*, Trunkline$/);
  });
  await test.step('a click leads to it', async () => {
    await page.evaluate(() => window.recorded.notifications[0]?.dispatchEvent(new Event('click')));
    await expect(page).toHaveURL(/#\/incidents/);
  });
  await page.close();
});

test('sounds are paused from the palette, and come back', async ({ page, demo }) => {
  await openPage(page, demo.url);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('pause sounds');
  await page.keyboard.press('Enter');
  await goTo(page, '#/settings/alerts');
  await expect(page.getByText(/Sounds are paused until/)).toBeVisible();
  await page.getByRole('button', { name: 'Sound again' }).click();
  await expect(
    page.getByRole('group', { name: 'Pause sounds' }).getByRole('button', { name: 'For an hour' }),
  ).toBeVisible();
});
