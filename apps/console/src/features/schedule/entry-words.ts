import type { EntryView } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { usePlaylists } from '../../api/content.ts'
import { useDisplays } from '../../api/displays.ts'
import { endsNextDay, formFromRule } from './rule-form.ts'

const SHADES = 6

/** The same playlist has the same colour everywhere in the calendar; the first six have one of their own. */
export function useShade(): (playlistId: string) => number {
  const playlists = usePlaylists().data ?? []
  return (playlistId) =>
    Math.max(
      0,
      playlists.findIndex((playlist) => playlist.id === playlistId),
    ) % SHADES
}

/** Says when an entry is due, and for which displays, in words. */
export function useEntryWords(): { rule: (entry: EntryView) => string; targets: (entry: EntryView) => string } {
  const { t } = useTranslation()
  const displays = useDisplays().data ?? []
  const join = (names: readonly string[]): string => names.join(t('common.listSeparator'))
  return {
    rule: ({ rule }) => {
      const form = formFromRule(rule)
      if (form === null) return t('schedule.otherRule', { rule: rule.rrule ?? '' })
      const { from, to, startDay, untilDay, days } = form
      const time = t(endsNextDay(form) ? 'schedule.timeOvernight' : 'schedule.time', { from, to })
      if (form.repeats === 'once') return `${startDay} ${time}`
      const weekly = days.length === 7 ? t('schedule.everyDay') : join(days.map((day) => t(`weekday.${day}`)))
      const until = untilDay === null ? '' : ` ${t('schedule.untilDay', { day: untilDay })}`
      return `${weekly} ${time}${until}`
    },
    targets: ({ targets }) => {
      const names = targets.displayIds.map((id) => displays.find((display) => display.id === id)?.profile.name ?? id)
      const all = [...targets.groups.map((group) => t('schedule.group', { group })), ...names]
      return all.length === 0 ? t('schedule.nowhere') : join(all)
    },
  }
}
