import type { KioskConfig } from './config.ts'
import { onlyTheAgent } from './only-the-agent.ts'

/** Paper, until the watchdog knows what to show: the agent may not be there yet. */
const PAPER = 'data:text/html,<title>Akari</title><body style="background:%23faf8f4">'

/**
 * How Chromium is started: the whole screen and nothing around the page, no questions to visitors, no way to anybody but
 * the agent, and a debugging pipe to us alone: two file descriptors, never a port. Root, who cannot have the sandbox, goes without it.
 */
export function browserFlags(config: Pick<KioskConfig, 'profileFolder' | 'moreFlags' | 'screenOrigin'>): string[] {
  return [
    '--remote-debugging-pipe',
    '--kiosk',
    `--user-data-dir=${config.profileFolder}`,
    ...onlyTheAgent(config.screenOrigin),
    '--autoplay-policy=no-user-gesture-required',
    '--disable-background-networking',
    '--disable-backgrounding-occluded-windows',
    '--disable-component-update',
    '--disable-features=Translate',
    // A process that draws and keeps dying is started again however often; by default the browser gives up after six.
    '--disable-gpu-process-crash-limit',
    '--disable-pinch',
    '--disable-session-crashed-bubble',
    '--disable-sync',
    '--hide-crash-restore-bubble',
    '--no-default-browser-check',
    '--no-first-run',
    '--noerrdialogs',
    '--overscroll-history-navigation=0',
    '--password-store=basic',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...config.moreFlags,
    `--app=${PAPER}`,
  ]
}
