import { type MissingVariant, missingVariants, occurrences, type RuleContext, ruleContext } from '@akari/programme'
import { type Instant, KIOSK_LANGUAGES, type PlaylistItem, type PublishWarning } from '@akari/protocol'
import { type Draft, type DraftIndex, playlistsFor, type TargetDisplay } from './content.ts'
import { assetWarnings, isConverting } from './asset-warnings.ts'
import { compilePlaylist } from './compile.ts'

const DAY_MS = 86_400_000

/** What staff should know before they publish, each thing once; `subject` is a name they gave. */
export function publishWarnings(displays: readonly TargetDisplay[], draft: DraftIndex, now: Instant): PublishWarning[] {
  const shown = new Map(displays.flatMap((display) => playlistsFor(display, draft).map((p) => [p, display] as const)))
  const context = ruleContext({
    dayparts: [...(draft.dayparts ?? [])],
    ...(draft.calendar === undefined ? {} : { calendar: draft.calendar }),
  })
  const found = [
    ...displays.flatMap((display) => displayWarnings(display, draft)),
    ...[...shown].flatMap(([playlist, display]) => playlistWarnings(playlist, display, draft)),
    ...[...shown.keys()].flatMap((playlist) => assetWarnings(playlist.items, draft, now)),
    ...draft.entries.flatMap((entry) => entryWarnings(entry, draft, now, context)),
  ]
  return [...new Map(found.map((warning) => [JSON.stringify(warning), warning])).values()]
}

function displayWarnings(display: TargetDisplay, draft: DraftIndex): PublishWarning[] {
  const subject = display.profile.name
  const playlists = playlistsFor(display, draft)
  const warnings: PublishWarning[] = []
  if (playlists.length === 0) warnings.push({ code: 'nothing-scheduled', subject })
  if (showsMaps(playlists) && !standsInVenue(display, draft)) warnings.push({ code: 'kiosk-missing', subject })
  return warnings
}

/** Judged for one of the displays that show it: what is missing is missing for all. */
function playlistWarnings(
  playlist: Draft['playlists'][number],
  display: TargetDisplay,
  draft: DraftIndex,
): PublishWarning[] {
  const { id, name: subject, items } = compilePlaylist(playlist, display, draft)
  const warnings: PublishWarning[] = []
  if (items.length === 0) warnings.push({ code: 'playlist-empty', subject })
  const converting = playlist.items.filter((item) => isConverting(item, draft))
  if (items.length + converting.length < playlist.items.length) warnings.push({ code: 'asset-missing', subject })
  const missing = missingVariants([{ id, items }], KIOSK_LANGUAGES)
  for (const item of items) {
    const ofItem = missing.filter(({ itemId }) => itemId === item.id)
    warnings.push(...languageWarning('language-missing', 'text', item, ofItem))
    warnings.push(...languageWarning('picture-language-missing', 'picture', item, ofItem))
  }
  return warnings
}

function languageWarning(
  code: 'language-missing' | 'picture-language-missing',
  what: MissingVariant['what'],
  { scene }: PlaylistItem,
  missing: readonly MissingVariant[],
): PublishWarning[] {
  const languages = missing.filter((each) => each.what === what).map(({ language }) => language)
  return languages.length === 0 ? [] : [{ code, subject: scene.title.ja, languages }]
}

function entryWarnings(
  entry: Draft['entries'][number],
  draft: DraftIndex,
  now: Instant,
  context: RuleContext,
): PublishWarning[] {
  if (!draft.playlist.has(entry.playlistId)) return [{ code: 'asset-missing', subject: entry.name }]
  return comesRound(entry, now, context) ? [] : [{ code: 'entry-never-occurs', subject: entry.name }]
}

/** Does it come round in the next 400 days? Nearly every rule does within eight, which is cheap to find out. */
function comesRound({ rule }: Draft['entries'][number], now: Instant, context: RuleContext): boolean {
  const ahead = (days: number) => new Date(Date.parse(now) + days * DAY_MS).toISOString()
  return [8, 400].some((days) => occurrences(rule, now, ahead(days), context).length > 0)
}

function showsMaps(playlists: readonly Draft['playlists'][number][]): boolean {
  return playlists.some(({ items }) => items.some(({ scene }) => scene.kind === 'floorMap'))
}

function standsInVenue({ profile }: TargetDisplay, draft: DraftIndex): boolean {
  const { kioskId } = profile
  if (kioskId === null) return false
  return draft.assets.some(({ levels }) => levels.some((level) => level.kioskIds.includes(kioskId)))
}
