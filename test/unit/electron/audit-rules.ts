/**
 * What no source of the app may contain, as data: an audit of our own, in the spirit of electronegativity. Each rule has a
 * sample that it must find, so that no rule can rot without a test that fails.
 */
export interface AuditRule {
  readonly name: string;
  readonly why: string;
  /** Which files it looks at, by path from the root. */
  readonly within: RegExp;
  readonly found: RegExp;
  /** Files where it stands rightly. */
  readonly except?: RegExp;
  /** A line that it must find. */
  readonly sample: string;
}

const HOST = /^electron\/(main|preload|utility|host)\//;
const MAIN = /^electron\/main\//;
const ANYWHERE = /^(electron|renderer|shared)\//;
const PAGE = /^(renderer|shared)\//;

const rule = (
  name: string,
  why: string,
  within: RegExp,
  found: RegExp,
  sample: string,
  except?: RegExp,
): AuditRule => ({
  name,
  why,
  within,
  found,
  sample,
  ...(except === undefined ? {} : { except }),
});

export const auditRules: readonly AuditRule[] = [
  rule(
    'one way to make a window',
    'each window has the options of window-options.ts',
    ANYWHERE,
    /new (BrowserWindow|BaseWindow)\(/,
    'new BrowserWindow({})',
    /^electron\/main\/page-windows\.ts$/,
  ),
  rule(
    'no other kind of contents',
    'they would come without our guards',
    ANYWHERE,
    /\b(BrowserView|WebContentsView)\b|<webview|createGuest/,
    'new WebContentsView()',
  ),
  rule(
    'Node stays out of the page',
    'a page that is taken over would own the machine',
    ANYWHERE,
    /nodeIntegration\w*:\s*true|contextIsolation:\s*false|sandbox:\s*false|enableRemoteModule/,
    'nodeIntegration: true',
  ),
  rule(
    'web security stays on',
    'same origin, no mixed content',
    ANYWHERE,
    /webSecurity:\s*false|allowRunningInsecureContent:\s*true|bypassCSP|corsEnabled:\s*true/,
    'webSecurity: false',
  ),
  rule(
    'nothing experimental',
    'features without years of attacks behind them',
    ANYWHERE,
    /experimentalFeatures:\s*true|enableBlinkFeatures|webviewTag:\s*true|navigateOnDragDrop:\s*true/,
    "enableBlinkFeatures: 'x'",
  ),
  rule(
    'one way to the browser',
    'openChecked lets https through and nothing else',
    ANYWHERE,
    /\.openExternal\((?!url\))/,
    'shell.openExternal(address)',
    /^(electron\/main\/electron-shell|renderer\/engine\/(browser-)?shell)\.ts$/,
  ),
  rule(
    'one thing is shown in the file manager',
    'openPath runs what it is given',
    ANYWHERE,
    /\.openPath\(|\.showItemInFolder\(|\.openItem\(/,
    'shell.openPath(x)',
    /^electron\/main\/desktop-app\.ts$/,
  ),
  rule(
    'no code out of text',
    'text may come from a device',
    ANYWHERE,
    /\beval\(|new Function\(|setTimeout\(\s*['"`]|executeJavaScript|\bvm\.(run|Script)|from 'node:vm'/,
    'eval(text)',
  ),
  rule(
    'no markup out of text',
    'device text is shown as text',
    PAGE,
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment/,
    'x.innerHTML = name',
  ),
  rule(
    'only our page is loaded',
    'no remote content',
    MAIN,
    /\.load(URL|File)\((?!PAGE_START|STOPPED_PAGE)/,
    "window.loadURL('https://x')",
  ),
  rule(
    'main asks nothing of the net',
    'there is no update feed, no telemetry, no crash upload',
    HOST,
    /\bfetch\(|node:https?'|node:(net|tls|dgram)'|\bnet\.(fetch|request)|autoUpdater|crashReporter/,
    'fetch(url)',
  ),
  rule(
    'main starts no program',
    'but the engine, as a utility process',
    HOST,
    /child_process|\bspawn\(|\bexec(File)?\(\s*['"`]/,
    "import 'node:child_process'",
  ),
  rule(
    'one door for the page',
    'answer-page.ts checks who speaks',
    ANYWHERE,
    /ipcMain\.(handle|on|once|handleOnce)\(/,
    "ipcMain.on('x')",
    /^electron\/main\/answer-page\.ts$/,
  ),
  rule(
    'the preload is the only bridge',
    'a test lists what it hands over',
    ANYWHERE,
    /\b(ipcRenderer|contextBridge)\b/,
    'ipcRenderer.send()',
    /^electron\/preload\/preload\.ts$/,
  ),
  rule(
    'a message names whom it is for',
    'any window would hear it',
    ANYWHERE,
    /postMessage\([^)]*['"]\*['"]/,
    "window.postMessage(x, '*')",
  ),
  rule(
    'certificates are checked',
    'a false one is a stranger',
    ANYWHERE,
    /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|certificate-error|setCertificateVerifyProc/,
    'rejectUnauthorized: false',
  ),
  rule(
    'no switch weakens Chromium',
    'the sandbox above all',
    HOST,
    /appendSwitch|no-sandbox|disable-web-security|remote-debugging/,
    "app.commandLine.appendSwitch('no-sandbox')",
  ),
  rule(
    'no developer tools in the app',
    'whoever sits at the desk could run code in it',
    ANYWHERE,
    /openDevTools|toggleDevTools|inspectElement/,
    'contents.openDevTools()',
  ),
  rule(
    'permissions are given in one place',
    'page-guards.ts denies all but two',
    ANYWHERE,
    /\.set(PermissionRequest|PermissionCheck|DevicePermission)Handler\(/,
    'session.setPermissionCheckHandler(x)',
    /^electron\/main\/page-guards\.ts$/,
  ),
  rule(
    'only main and preload know Electron',
    'the engine runs without it',
    ANYWHERE,
    /^import (?!type).* from 'electron'/m,
    "import { app } from 'electron'",
    /^electron\/(main|preload)\//,
  ),
  rule(
    'the key store is asked in one place',
    'secrets go through the vault',
    ANYWHERE,
    /safeStorage\.\w+/,
    'safeStorage.decryptString(x)',
    /^electron\/main\/safe-storage-vault\.ts$/,
  ),
  rule(
    'no address of another machine in the page',
    'nothing you see leaves this computer',
    PAGE,
    /['"`](https?|wss?):\/\/(?!www\.w3\.org\/)[a-z]/,
    "fetch('https://example.org')",
  ),
];

/** Comments may say what code may not do. Strings stay: they are code. */
export function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}

export function breaches(file: string, source: string): string[] {
  const code = withoutComments(source);
  return auditRules
    .filter(({ within, except, found }) => within.test(file) && !(except?.test(file) ?? false) && found.test(code))
    .map(({ name, why }) => `${file}: ${name} (${why})`);
}
