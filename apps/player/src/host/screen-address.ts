/** Whether an address is that of the screen itself: its origin and its path, whatever it asks for or points at. */
export function isScreenAddress(address: string, screenUrl: string): boolean {
  const [url, screen] = [URL.parse(address), URL.parse(screenUrl)]
  if (url === null || screen === null) return false
  return url.protocol === 'http:' && url.origin === screen.origin && url.pathname === screen.pathname
}
