import type { KioskConfig } from './config.ts'

/**
 * How Chromium is started: the whole screen and nothing around the page, no questions to visitors, no request of its own,
 * and a debugging pipe to us alone: two file descriptors, never a port. Root, who cannot have the sandbox, goes without it.
 */
export function browserFlags(config: Pick<KioskConfig, 'screenOrigin' | 'profileFolder' | 'moreFlags'>): string[] {
  return [
    '--remote-debugging-pipe',
    '--kiosk',
    `--user-data-dir=${config.profileFolder}`,
    '--autoplay-policy=no-user-gesture-required',
    '--disable-background-networking',
    '--disable-backgrounding-occluded-windows',
    '--disable-component-update',
    '--disable-features=Translate',
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
    `--app=${config.screenOrigin}/`,
  ]
}
