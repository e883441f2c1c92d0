import type { DisplayHealth, DisplayView, Instant } from '@akari/protocol'

/** `quiet`: nobody can know here, or nothing is to be judged. */
type Tone = 'good' | 'warn' | 'bad' | 'quiet'
export type FactName =
  | 'screen'
  | 'content'
  | 'link'
  | 'neighbours'
  | 'clock'
  | 'power'
  | 'panel'
  | 'storage'
  | 'memory'
  | 'temperature'
  | 'uptime'
/** What the words are filled with, and the share of something limited that is in use (0–1). */
type FactWord =
  | DisplayHealth['screen']
  | 'failing'
  | 'downloading'
  | 'older'
  | 'skipped'
  | 'noContent'
  | 'current'
  | 'unheard'
  | 'socket'
  | 'socketTimed'
  | 'poll'
  | 'relay'
  | 'noLink'
  | 'relayOff'
  | 'heardNone'
  | 'heardBefore'
  | 'heard'
  | 'clockUnknown'
  | 'clockFar'
  | 'synced'
  | 'holdover'
  | 'battery'
  | 'batteryUnmeasured'
  | 'batteryFor'
  | 'mains'
  | 'assumed'
  | 'panelOn'
  | 'panelOff'
  | 'panelUnknown'
  | 'used'
  | 'degrees'
  | 'days'
  | 'hours'
export type Fact = {
  name: FactName
  tone: Tone
  word: FactWord
  values: Record<string, string | number>
  /** Fills `at`, written as the reader is used to. */
  moment?: Instant
  share?: number
}

const WARM_C = 75
const HOT_C = 85
const CLOCK_LIMIT_MS = 500
const GIBIBYTE = 1024 ** 3

/** Every part of a display's health that it told, each judged by itself. */
export function factsOf({ health, publishedRevision }: Pick<DisplayView, 'health' | 'publishedRevision'>): Fact[] {
  if (health === null) return []
  return [
    screenFact(health),
    contentFact(health, publishedRevision),
    linkFact(health),
    neighboursFact(health),
    clockFact(health),
    powerFact(health),
    panelFact(health),
    ...limited(
      'storage',
      health.storage,
      ({ totalBytes, freeBytes }) => [totalBytes - freeBytes, totalBytes],
      0.9,
      0.97,
    ),
    ...limited(
      'memory',
      health.memory,
      ({ totalBytes, availableBytes }) => [totalBytes - availableBytes, totalBytes],
      0.9,
      0.97,
    ),
    temperatureFact(health),
    uptimeFact(health),
  ].filter((fact) => fact !== null)
}

function screenFact({ screen }: DisplayHealth): Fact {
  return { name: 'screen', tone: screen === 'painting' ? 'good' : 'bad', word: screen, values: {} }
}

/** Green only when what is wanted is what is held. */
function contentFact({ content, programmeRevision }: DisplayHealth, published: number | null): Fact {
  const wanted = content.wanted ?? published
  const held = content.held ?? programmeRevision
  const values = { files: content.filesMissing, skipped: content.skipped ?? 0 }
  if (content.state === 'failing') return { name: 'content', tone: 'bad', word: 'failing', values }
  if (content.state === 'downloading') return { name: 'content', tone: 'warn', word: 'downloading', values }
  if (wanted !== null && held !== wanted) return { name: 'content', tone: 'warn', word: 'older', values }
  if (values.skipped > 0) return { name: 'content', tone: 'warn', word: 'skipped', values }
  if (held === null) return { name: 'content', tone: 'quiet', word: 'noContent', values }
  return { name: 'content', tone: 'good', word: 'current', values }
}

function linkFact({ link }: DisplayHealth): Fact | null {
  if (link === undefined) return null
  const values = { server: link.server ?? '', ms: Math.round(link.roundTripMs ?? 0) }
  if (link.path === 'socket' && link.pushes === 'unheard')
    return { name: 'link', tone: 'warn', word: 'unheard', values }
  const tone: Tone = link.path === 'socket' ? 'good' : link.path === 'none' ? 'bad' : 'warn'
  if (link.path === 'socket' && link.roundTripMs !== undefined)
    return { name: 'link', tone, word: 'socketTimed', values }
  return { name: 'link', tone, word: link.path === 'none' ? 'noLink' : link.path, values }
}

/** Never a fault by itself: a display may well be the only one on its network. */
function neighboursFact({ relay }: DisplayHealth): Fact | null {
  if (relay === undefined) return null
  const fact = { name: 'neighbours', tone: 'quiet', values: {} } as const
  if (relay.state === 'off') return { ...fact, word: 'relayOff' }
  if (relay.heard > 0) return { ...fact, tone: 'good', word: 'heard', values: { count: relay.heard } }
  if (relay.lastHeardAt === null) return { ...fact, word: 'heardNone' }
  return { ...fact, tone: 'warn', word: 'heardBefore', moment: relay.lastHeardAt }
}

function clockFact({ clock, clockOffsetMs }: DisplayHealth): Fact {
  const trust = clock?.trust ?? (clockOffsetMs === null ? 'unknown' : 'synced')
  const offsetMs = clock?.offsetMs ?? clockOffsetMs ?? 0
  const values = { seconds: (Math.abs(offsetMs) / 1000).toFixed(1) }
  if (trust === 'unknown') return { name: 'clock', tone: 'bad', word: 'clockUnknown', values }
  const isFar = Math.abs(offsetMs) > CLOCK_LIMIT_MS
  if (isFar) return { name: 'clock', tone: 'warn', word: 'clockFar', values }
  return { name: 'clock', tone: trust === 'synced' ? 'good' : 'warn', word: trust, values }
}

function powerFact({ power }: DisplayHealth): Fact | null {
  if (power === undefined) return null
  const { source, sensor, chargePercent, runtimeS } = power
  const values = { percent: Math.round(chargePercent ?? 0), minutes: Math.round((runtimeS ?? 0) / 60) }
  if (source === 'battery') {
    const known = runtimeS === undefined ? 'battery' : 'batteryFor'
    return { name: 'power', tone: 'bad', word: chargePercent === undefined ? 'batteryUnmeasured' : known, values }
  }
  return {
    name: 'power',
    tone: sensor === 'none' ? 'quiet' : 'good',
    word: sensor === 'none' ? 'assumed' : 'mains',
    values,
  }
}

function panelFact({ panel }: DisplayHealth): Fact | null {
  if (panel === undefined) return null
  const tone: Tone = panel.state === 'on' ? 'good' : 'quiet'
  const words = { on: 'panelOn', off: 'panelOff', unknown: 'panelUnknown' } as const
  return { name: 'panel', tone, word: words[panel.state], values: {} }
}

function limited<Part>(
  name: 'storage' | 'memory',
  part: Part | undefined,
  sizes: (part: Part) => [used: number, total: number],
  warnAt: number,
  badAt: number,
): Fact[] {
  if (part === undefined) return []
  const [used, total] = sizes(part)
  const share = total === 0 ? 0 : used / total
  const tone: Tone = share >= badAt ? 'bad' : share >= warnAt ? 'warn' : 'good'
  const values = { used: inGigabytes(used), total: inGigabytes(total), percent: Math.round(share * 100) }
  return [{ name, tone, word: 'used', values, share }]
}

function temperatureFact({ temperatureC }: DisplayHealth): Fact | null {
  if (temperatureC === undefined) return null
  const tone: Tone = temperatureC >= HOT_C ? 'bad' : temperatureC >= WARM_C ? 'warn' : 'good'
  return { name: 'temperature', tone, word: 'degrees', values: { celsius: Math.round(temperatureC) } }
}

function uptimeFact({ uptimeS }: DisplayHealth): Fact | null {
  if (uptimeS === undefined) return null
  const days = Math.floor(uptimeS.device / 86_400)
  const values = {
    days,
    hours: Math.floor((uptimeS.device % 86_400) / 3600),
    minutes: Math.floor((uptimeS.device % 3600) / 60),
  }
  return { name: 'uptime', tone: 'quiet', word: days > 0 ? 'days' : 'hours', values }
}

function inGigabytes(bytes: number): string {
  return (bytes / GIBIBYTE).toFixed(1)
}
