/** The player's own codes by what kind of trouble each is, as far as staff can do something about it; the first that fits. */
const FAMILIES = [
  ['notSeen', /^alert-not-seen(-drill)?$/],
  ['identity', /^(identity|pinning)-damaged$/],
  ['revoked', /^display-revoked$/],
  ['full', /^disk-(nearly-)?full$/],
  ['alerts', /^(alerts|alert-poll|alert-file|acknowledgements)$/],
  ['recordsLost', /^(outbox|fault-records|plays)-damaged$|^plays-(dropped|unreadable)$|^(plays|faults)-refused$/],
  [
    'unread',
    /^restore-|^saved-.*-(unreadable|rejected)$|^(clock-file|neighbours-file|panel-file|power-file|skip-list)-damaged$|^file-unreadable$/,
  ],
  ['damaged', /^(programme-)?file-damaged$/],
  ['mended', /-mended$/],
  ['glass', /^glass:/],
  ['notSaved', /-not-saved$|^data-folder$/],
  ['tooLarge', /^content-too-large$/],
  ['download', /^(archive|content-incomplete|download-failing)$/],
  ['media', /^file-undecodable$|^screen:(image-undecodable|poster-picture-undecodable|video-.*)$/],
  [
    'map',
    /^screen:(level-unknown|venue-unreadable|town-map-unreadable|route-lines-unreadable|timetable-unreadable|guide-unreadable|guide-failed|streets-undrawn)$/,
  ],
  ['recording', /^screen:((archive|transcript)-unreadable|recording-unplayable)$/],
  ['stream', /^stream-unreachable$|^screen:(stream-unknown|live-(stopped|black|frozen|silent))$/],
  ['sound', /^screen:(sound-blocked|no-voice|no-recording|speech-stuck)$/],
  ['refused', /^refused:|^foreign-request$|^screen-message-rejected$/],
  ['rejected', /^(alert|feeds|keys|programme|values|wishes)-rejected$/],
  ['link', /^link-(silent|fault)$|^(login|hello|cms-answer)-refused$/],
  ['relay', /^relay(-peer|-flood)?$/],
  ['sensor', /^power-sensor-/],
  ['power', /^(no-shutdown|shutdown-failed)$/],
  ['panel', /^panel$/],
  ['hot', /^device-hot$/],
  ['screen', /^screen:|^screen-link$/],
  [
    'inside',
    /^(clock|content|device-probe|fault-upload|feeds-poll|health|loopback|membership|orders|play-log|play-upload|reserve|values-poll)$/,
  ],
] as const

/** Code that is new here is `other`. */
export function faultFamily(code: string): (typeof FAMILIES)[number][0] | 'other' {
  return FAMILIES.find(([, pattern]) => pattern.test(code))?.[0] ?? 'other'
}
