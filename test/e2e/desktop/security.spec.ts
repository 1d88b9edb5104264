/** The promises of docs/security.md, asked of the running app. Their rules are tested without Electron in test/unit/electron. */
import { expect, test } from '../support/test.ts';

test('the page has no Node and no Electron, and a bridge of four things', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    names: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    bridge: Object.keys(Reflect.get(window, 'trunkline') as object).sort(),
  }));
  expect(seen).toEqual({ names: [], bridge: ['hear', 'openDropped', 'requestEnginePort', 'shell'] });
});

test('the page stays our page: no new window, no other address, no request elsewhere, no permission', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(/example\.org|Content Security Policy|policy|not allowed/i);
  const tried = await page.evaluate(async () => {
    const opened = window.open('https://example.org/') !== null;
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    const located = await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state);
    return { opened, fetched, located };
  });
  expect(tried).toEqual({ opened: false, fetched: false, located: 'denied' });
  await page.evaluate(() => location.assign('https://example.org/'));
  expect(page.url()).toMatch(/^app:\/\/trunkline\//);
});

test('a verb that does not exist, and arguments of another form, are refused', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'trunkline') as { shell(verb: string, args: unknown[]): Promise<unknown> };
    const calls = [
      bridge.shell('no.such', []),
      bridge.shell('shell.open-external', ['file:///etc/passwd']),
      bridge.shell('shell.open-window', ['//x']),
    ];
    return (await Promise.allSettled(calls)).map(({ status }) => status);
  });
  expect(answers).toEqual(['rejected', 'rejected', 'rejected']);
});
