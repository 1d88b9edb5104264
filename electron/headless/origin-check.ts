/**
 * Keeps other web pages out. A page of any site may try to reach a port on loopback, and by DNS rebinding even under a name
 * of its own; but its browser then says that name in `Host`, and the page's own origin in `Origin`.
 */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

export interface OriginRules {
  readonly scheme: 'http' | 'https';
  readonly port: number;
  /** Names beyond those of loopback, where the server is bound to more than that. */
  readonly names: readonly string[];
}

function allowedHosts({ scheme, port, names }: OriginRules): string[] {
  const standardPort = scheme === 'https' ? 443 : 80;
  const all = [...LOOPBACK_NAMES, ...names].map((name) => name.toLowerCase());
  return all.flatMap((name) => (port === standardPort ? [name, `${name}:${port}`] : [`${name}:${port}`]));
}

export function isOwnHost(host: string | undefined, rules: OriginRules): boolean {
  return host !== undefined && allowedHosts(rules).includes(host.toLowerCase());
}

/** Browsers always send Origin with a WebSocket; a program that sends none still needs the token. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, rules: OriginRules): boolean {
  return (
    origin === undefined ||
    (isOwnHost(host, rules) && origin.toLowerCase() === `${rules.scheme}://${host?.toLowerCase()}`)
  );
}

/** True for an address that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
