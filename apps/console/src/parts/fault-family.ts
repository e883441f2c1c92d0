/** What kind of trouble a fault of a display is, as far as staff can do something about it. */
export type FaultFamily =
  | 'alerts'
  | 'damaged'
  | 'download'
  | 'full'
  | 'hot'
  | 'link'
  | 'media'
  | 'mended'
  | 'notSaved'
  | 'other'
  | 'panel'
  | 'power'
  | 'refused'
  | 'rejected'
  | 'relay'
  | 'revoked'
  | 'screen'
  | 'sound'
  | 'stream'
  | 'tooLarge'

/** The first that fits; the codes are the player's own, and one that is new here is `other`. */
const FAMILIES: readonly (readonly [RegExp, FaultFamily])[] = [
  [/^disk(-|$)/, 'full'],
  [/^alert-not-saved$/, 'notSaved'],
  [/^(alert-file|alerts|acknowledgements)$/, 'alerts'],
  [/-not-saved$|^data-folder$/, 'notSaved'],
  [/-mended$/, 'mended'],
  [/-damaged$|-unreadable$|^restore-/, 'damaged'],
  [/^file-undecodable$/, 'media'],
  [/^content-too-large$/, 'tooLarge'],
  [/^(content|content-incomplete|download-failing)$/, 'download'],
  [/^display-revoked$/, 'revoked'],
  [/^refused:|^foreign-request$|^screen-message-rejected$|^loopback$/, 'refused'],
  [/-rejected$/, 'rejected'],
  [/^link-|-refused$/, 'link'],
  [/^relay|^neighbours-/, 'relay'],
  [/shutdown/, 'power'],
  [/^panel$/, 'panel'],
  [/^device-hot$/, 'hot'],
  [/^stream-unreachable$/, 'stream'],
  [/^screen:(sound-blocked|no-voice|speech-stuck)$/, 'sound'],
  [/^screen(:|-)|^unroll-worker$/, 'screen'],
]

export function faultFamily(code: string): FaultFamily {
  return FAMILIES.find(([pattern]) => pattern.test(code))?.[1] ?? 'other'
}
