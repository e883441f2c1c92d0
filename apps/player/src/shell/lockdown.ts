import type { App, Input, Session, WebContents } from 'electron'
import { PAGE_KEYS } from '../host/page-keys.ts'
import { isScreenAddress } from '../host/screen-address.ts'
import type { Refused } from '../host/tell-refused.ts'

type KeyPress = Pick<Input, 'key' | 'control' | 'alt' | 'meta'>

/** Whether a key press may reach the page: typing and moving about, but nothing that leaves, reloads, prints or inspects. */
export function mayReachPage({ key, control, alt, meta }: KeyPress): boolean {
  if (control || alt || meta) return false
  return PAGE_KEYS.includes(key) || [...key].length === 1
}

/** Whether the page may go there: to the screen and nowhere else. */
export function mayNavigate(url: string, screenOrigin: string): boolean {
  return isScreenAddress(url, `${screenOrigin}/`)
}

/** Whether a request may be sent. `shelter` is the built-in page, the one thing that is not the agent's. */
export function mayRequest(
  request: { url: string; resourceType: string },
  screenOrigin: string,
  shelter: string,
): boolean {
  const url = URL.parse(request.url)
  if (url === null) return false
  const isPage = request.resourceType === 'mainFrame' || request.resourceType === 'subFrame'
  switch (url.protocol) {
    case 'http:':
      if (isPage) return request.resourceType === 'mainFrame' && mayNavigate(request.url, screenOrigin)
      return url.origin === screenOrigin
    case 'ws:':
      return url.host === new URL(screenOrigin).host
    case 'blob:':
      return url.origin === screenOrigin && !isPage
    case 'data:':
      return !isPage || request.url === shelter
    default:
      return false
  }
}

/** Takes everything from the session that a sign does not need: permissions, devices, downloads, foreign requests. */
export function lockSession(session: Session, screenOrigin: string, shelter: () => string, refused: Refused): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    refused('permission', { permission })
    callback(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    event.preventDefault()
    refused('download', { bytes: item.getTotalBytes() })
  })
  session.webRequest.onBeforeRequest(({ url, resourceType }, callback) => {
    const cancel = !mayRequest({ url, resourceType }, screenOrigin, shelter())
    if (cancel) refused('request', { origin: originOf(url), resourceType })
    callback({ cancel })
  })
}

/** Holds a page to the agent's origin: no other address, no second window, no frame of another kind, no way out by key. */
export function lockContents(contents: WebContents, screenOrigin: string, refused: Refused): void {
  const stayHere = (event: { url: string; preventDefault: () => void }): void => {
    if (mayNavigate(event.url, screenOrigin)) return
    event.preventDefault()
    refused('navigation', { origin: originOf(event.url) })
  }
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', stayHere)
  contents.setWindowOpenHandler(({ url }) => {
    refused('window', { origin: originOf(url) })
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('before-input-event', (event, input) => {
    if (!mayReachPage(input)) event.preventDefault()
  })
  // To prevent this event is to overrule the page, which would like to keep its window open or itself loaded.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
}

/** Locks every page this process ever makes, and trusts no certificate that Chromium does not. */
export function lockApp(app: App, screenOrigin: string, refused: Refused): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, screenOrigin, refused))
  app.on('certificate-error', (event, _contents, url, error, _certificate, callback) => {
    event.preventDefault()
    refused('certificate', { origin: originOf(url), error })
    callback(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault()
    callback()
  })
}

/** Addresses can carry secrets: a log gets no more than where they point. */
function originOf(url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? 'unreadable' : `${parsed.protocol}//${parsed.host}`
}
