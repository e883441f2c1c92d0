const REFUSED = [
  'contextmenu',
  'selectstart',
  'dragstart',
  'gesturestart',
  'copy',
  'cut',
  'paste',
  'drop',
  'dragover',
] as const

/** Takes away from the page what belongs to a browser, not to a sign: menus, selection, dragging, zooming. */
export function startGuard(page: Document): { close: () => void } {
  const refuse = (event: Event): void => event.preventDefault()
  const refuseZoom = (event: WheelEvent): void => {
    if (event.ctrlKey) event.preventDefault()
  }
  for (const name of REFUSED) page.addEventListener(name, refuse)
  page.addEventListener('wheel', refuseZoom, { passive: false })
  return {
    close: () => {
      for (const name of REFUSED) page.removeEventListener(name, refuse)
      page.removeEventListener('wheel', refuseZoom)
    },
  }
}
