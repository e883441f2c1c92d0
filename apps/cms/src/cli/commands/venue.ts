import {
  buildGraph,
  guide,
  type Guidance,
  PROFILES,
  type Profile,
  type StepCard,
  type VenueModel,
  venueReport,
} from '@akari/wayfinding'
import { readVenueAt } from '../../features/venues/read-venue-at.ts'
import type { OfflineCommand } from '../main.ts'
import { CliError, required, sentence, type TextKey } from '../say.ts'

/** `akari venue check` and `route`: what is wrong with a floor map, and the ways through it, without a server. */
export const venueCommands: Record<string, OfflineCommand> = {
  check: async (_installation, { args }) => {
    const read = await readVenueAt(required(args, 0, 'PATH'))
    const report = venueReport(read, read.venue === null ? null : buildGraph(read.venue))
    const { format, levels, units, openings, occupants, amenities, components } = report
    const counts = { format, levels, units, openings, occupants, amenities, components }
    const json = { ...counts, unreachable: report.unreachable.map(({ name }) => name.ja), problems: report.problems }
    const lines = [
      Object.entries(counts)
        .map(([name, count]) => `${name} ${count ?? '-'}`)
        .join('  '),
      ...report.problems.map(({ code, feature, text }) => `${code}\t${feature ?? ''}\t${text.ja} / ${text.en}`),
    ]
    return { json, text: lines.join('\n'), failed: read.venue === null }
  },
  route: async (_installation, { args, flags }) => {
    const path = required(args, 0, 'PATH')
    const from = given(flags.from)
    if (from === null) throw new CliError(sentence('routeNeedsFrom'))
    const profile = profileOf(flags.profile ?? 'shortest')
    const to = given(flags.to)
    if (to === null && profile !== 'evacuate') throw new CliError(sentence('routeNeedsTo'))
    const read = await readVenueAt(path)
    const { venue } = read
    if (venue === null) {
      const lines = venueReport(read, null).problems.map(({ text }) => `  ${text.ja} / ${text.en}`)
      throw new CliError([sentence('venueUnreadable', { path }), ...lines].join('\n'))
    }
    const guidance = guide(venue, buildGraph(venue), { from, to, profile })
    return { json: routeJson(venue, guidance), text: routeText(venue, guidance), failed: !guidance.found }
  },
}

/** What was written after an option; nothing between quotes is nothing. */
function given(value: string | undefined): string | null {
  return value === undefined || value.trim() === '' ? null : value
}

function profileOf(name: string): Profile {
  const profile = PROFILES.find((known) => known === name)
  if (profile === undefined)
    throw new CliError(sentence('unknownProfile', { profile: name, known: PROFILES.join(', ') }))
  return profile
}

function routeJson(venue: VenueModel, { found, route, steps, reason }: Guidance) {
  const levels = steps.map((step) => levelName(venue, step))
  return {
    found,
    metres: tenths(route?.metres ?? 0),
    seconds: Math.round(route?.seconds ?? 0),
    levels: levels.filter((name, n) => name !== levels[n - 1]),
    steps: steps.map((step, n) => ({
      kind: step.kind,
      text: { ja: step.text.ja, en: step.text.en },
      level: levels[n],
      metres: tenths(step.metres),
    })),
    reason,
  }
}

function routeText(venue: VenueModel, { route, steps, reason }: Guidance): string {
  const total = route === null ? [] : [`${Math.round(route.metres)} m  ${Math.round(route.seconds)} s`]
  const why = reason === null ? [] : [sentence(REASONS[reason])]
  return [
    ...why,
    ...total,
    ...steps.map((step) => [levelName(venue, step), step.kind, step.text.ja, step.text.en].join('\t')),
  ].join('\n')
}

const REASONS: Record<NonNullable<Guidance['reason']>, TextKey> = {
  'from-unknown': 'routeFromUnknown',
  'to-unknown': 'routeToUnknown',
  'no-way': 'routeNoWay',
  closed: 'routeClosed',
  'no-step-free-way': 'routeNoStepFreeWay',
  'staff-only': 'routeStaffOnly',
  'no-way-out': 'routeNoWayOut',
}

function levelName(venue: VenueModel, { levelId }: StepCard): string {
  return venue.levels.find(({ id }) => id === levelId)?.shortName.ja ?? ''
}

function tenths(metres: number): number {
  return Math.round(metres * 10) / 10
}
