/** Nobody listens on the port of «discard»: whoever is sent there gets nowhere. */
export const NOWHERE = '127.0.0.1:9'

/**
 * What needs no proxy: the agent, and nothing else. `<-loopback>` takes back Chromium's own exception for this machine, so that
 * other programs on it are out of reach, too.
 */
export function reachable(screenOrigin: string): string {
  return `<-loopback>;${new URL(screenOrigin).host}`
}

/**
 * Flags that leave Chromium one address on the whole network: everything else is sent through a proxy that is not there, names
 * are not looked up, and WebRTC sends nothing past the proxy.
 */
export function onlyTheAgent(screenOrigin: string): string[] {
  return [
    `--proxy-server=http://${NOWHERE}`,
    `--proxy-bypass-list=${reachable(screenOrigin)}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  ]
}
