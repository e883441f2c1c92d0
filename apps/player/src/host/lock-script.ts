import { PAGE_KEYS } from './page-keys.ts'

/**
 * Run in every document before its own scripts, so that no page can come first. Takes away what a sign does not need and
 * what the browser would do outside the page: shortcuts, menus, zoom, dragging, printing, windows, the whole screen, the
 * pointer. What is worth telling is told to the agent from the page itself; the built-in page has nobody to tell.
 */
export const LOCK_SCRIPT = `(() => {
  const keys = new Set(${JSON.stringify(PAGE_KEYS)})
  const mayReachPage = ({ key, ctrlKey, altKey, metaKey }) =>
    !ctrlKey && !altKey && !metaKey && (keys.has(key) || [...key].length === 1)
  const refuse = (event) => { event.preventDefault(); event.stopImmediatePropagation() }
  const on = (name, listener) => addEventListener(name, listener, { capture: true, passive: false })
  const post = globalThis.fetch
  const told = new Set()
  const tell = (what) => {
    if (told.has(what) || location.protocol !== 'http:') return
    told.add(what)
    post('/refused', { method: 'POST', body: JSON.stringify({ what }) }).catch(() => undefined)
  }
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart']) on(name, refuse)
  on('wheel', (event) => event.ctrlKey && refuse(event))
  for (const name of ['keydown', 'keyup']) on(name, (event) => mayReachPage(event) || refuse(event))
  for (const name of ['click', 'auxclick', 'submit'])
    on(name, (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[target], a[download], form[target]') : null
      if (link === null && event.button !== 1) return
      refuse(event)
      tell(link?.hasAttribute('download') ? 'download' : 'window')
    })
  const take = (owner, name, deed) =>
    owner && Object.defineProperty(owner, name, { value: deed, writable: false, configurable: false })
  take(globalThis, 'open', () => { tell('window'); return null })
  take(globalThis, 'print', () => tell('dialog'))
  const denied = () => { tell('permission'); return Promise.reject(new DOMException('not on a sign', 'NotAllowedError')) }
  take(globalThis.Element?.prototype, 'requestFullscreen', denied)
  take(globalThis.Element?.prototype, 'requestPointerLock', denied)
  take(globalThis.Keyboard?.prototype, 'lock', denied)
})()`
