/**
 * Watches a page for whatever must never happen, whatever a spec is about: an error in the console (a broken policy is
 * one), an error nobody caught, a request that leaves this machine.
 */
import type { BrowserContext, Page } from '@playwright/test';

export interface PageWatch {
  /** What went wrong, in words. */
  problems(): readonly string[];
  /** What a spec provokes on purpose, for example the engine's end. */
  expectTrouble(pattern: RegExp): void;
  /** Text of all WebSocket frames that came from the engine. */
  received(): readonly string[];
  sent(): readonly string[];
}

const OWN_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

function leavesTheMachine(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (address.startsWith('app://trunkline/')) return false;
  return !['data:', 'blob:', 'about:'].includes(protocol) && !OWN_HOSTS.includes(hostname);
}

export async function watchPages(context: BrowserContext): Promise<PageWatch> {
  const found: string[] = [];
  const expected: RegExp[] = [];
  const received: string[] = [];
  const sent: string[] = [];
  const watch = (page: Page): void => {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        found.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
      }
    });
    page.on('pageerror', (error) => found.push(`not caught: ${error.stack ?? error.message}`));
    page.on('websocket', (socket) => {
      if (leavesTheMachine(socket.url())) found.push(`WebSocket to ${socket.url()}`);
      socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
      socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
  };
  // The desktop app's window is there before the test begins.
  for (const page of context.pages()) watch(page);
  context.on('page', watch);
  context.on('request', (request) => {
    if (leavesTheMachine(request.url())) found.push(`request to ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(`policy ${violatedDirective} broken by ${blockedURI} in ${sourceFile}`);
    });
  });
  return {
    problems: () => found.filter((text) => !expected.some((pattern) => pattern.test(text))),
    expectTrouble: (pattern) => void expected.push(pattern),
    received: () => received,
    sent: () => sent,
  };
}
