/** A network as staff set it up; without a password everybody may join it. */
export interface Network {
  ssid: string
  password?: string | undefined
}

/**
 * What a telephone's camera reads to join a network: `WIFI:T:WPA;S:…;P:…;;` (Wi-Fi Alliance WPA3 specification §7.1, as ZXing
 * began it). Reserved characters are escaped with a backslash. `T:WPA` stands for WPA2 and WPA3 alike.
 */
export function wifiCode({ ssid, password }: Network): string {
  const field = (name: string, value: string): string => `${name}:${escaped(value)};`
  if (password === undefined) return `WIFI:T:nopass;${field('S', ssid)};`
  return `WIFI:T:WPA;${field('S', ssid)}${field('P', password)};`
}

function escaped(value: string): string {
  return value.replaceAll(/[\\;,:"]/g, (reserved) => `\\${reserved}`)
}
