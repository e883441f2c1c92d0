import type {
  AlertTemplate,
  DrillEnd,
  DrillMatter,
  DrillPlan,
  DrillRunHead,
  DrillState,
  DrillTarget,
} from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useDrills } from '../../api/drills.ts'
import { useTemplates } from '../../api/alerts.ts'
import { useDisplayName } from '../../parts/display-name.ts'
import { TIME_ZONE, toInstant } from '../../parts/local-time.ts'
import { useStaffName } from '../../parts/staff-name.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'

/** The mark of each state: never the colours of alerts. */
export const STATE_COLOR: Readonly<Record<DrillState, string>> = {
  draft: 'gray',
  checked: 'kingfisher',
  scheduled: 'kingfisher',
  running: 'amber',
  done: 'zelkova',
  aborted: 'vermilion',
}

/** Who it was: «user:sato» → «佐藤». */
export function usePerson(): (actor: string) => string {
  const { t } = useTranslation()
  const staffName = useStaffName()
  return (actor) => {
    if (actor.startsWith('user:')) return staffName(actor.slice('user:'.length))
    if (actor === 'source:schedule') return t('drills.bySchedule')
    return actor.startsWith('local:') ? t('drills.byServer') : actor
  }
}

/** When a plan runs, for whom, and what its steps show, in words. */
export function usePlanWords() {
  const { t } = useTranslation()
  const personOf = usePerson()
  const when = useWhen()
  const textIn = useTextIn()
  const nameOf = useDisplayName()
  const templates: readonly AlertTemplate[] = useTemplates().data ?? []
  const telegrams = useDrills().data?.telegrams ?? []
  return {
    times: ({ when: times }: Pick<DrillPlan, 'when'>): string => {
      switch (times.kind) {
        case 'byHand':
          return t('drills.when.byHand')
        case 'once':
          return t('drills.when.once', { at: when.full(toInstant(times.at, TIME_ZONE)) })
        case 'monthly': {
          const nth = t(`drills.nth.${times.nth === -1 ? 'last' : times.nth}`)
          const words = t('drills.when.monthly', { nth, weekday: t(`weekday.${times.weekday}`), time: times.time })
          return times.skipClosedDays ? t('drills.when.exceptClosed', { words }) : words
        }
      }
    },
    target: (target: DrillTarget): string => {
      switch (target.kind) {
        case 'all':
          return t('drills.target.all')
        case 'groups':
          return target.groups.join(t('common.listSeparator'))
        case 'displays':
          return target.displayIds.map(nameOf).join(t('common.listSeparator'))
      }
    },
    matter: (matter: DrillMatter): string => {
      if (matter.kind === 'telegram') {
        const meaning = telegrams.find(({ telegram }) => telegram === matter.telegram)?.meaning
        return meaning === undefined ? matter.telegram : textIn(meaning)
      }
      const template = templates.find(({ id }) => id === matter.templateId)
      return template === undefined ? matter.templateId : textIn(template.words.headline)
    },
    run: (run: DrillRunHead): string => {
      const at = when.dayAndTime(run.startedAt)
      return run.end === null ? t('drills.run.since', { at }) : t('drills.run.was', { at, end: endWords(run.end) })
    },
    end: endWords,
    person: personOf,
  }

  function endWords(end: DrillEnd): string {
    switch (end.because) {
      case 'over':
      case 'missed':
      case 'nobody-to-show':
        return t(`drills.end.${end.because}`)
      case 'stopped':
        return t('drills.end.stopped', { by: personOf(end.by) })
      case 'live-alert':
        return t('drills.end.live-alert', { headline: end.headline })
    }
  }
}
