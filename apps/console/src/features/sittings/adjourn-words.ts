import { reaches } from '@akari/programme'
import type { SittingView } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../api/displays.ts'
import { useSittings } from '../../api/sittings.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { followersOf } from './followers.ts'

/** What displays do once a sitting is closed: which other sitting follows on how many of them, or the schedule. */
export function useAdjournWords(): (sitting: SittingView, nowMs: number) => string {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const sittings = useSittings().data ?? []
  const displays = useShownDisplays().data ?? []
  return (sitting, nowMs) => {
    const followers = followersOf(sitting, sittings, displays, nowMs)
    const count = sitting.afterMinutes
    const atOnce = count === 0
    if (followers.length === 0) return atOnce ? t('sittings.adjournTextAtOnce') : t('sittings.adjournText', { count })
    const taken = new Set(followers.flatMap(({ displayIds }) => displayIds))
    const isRest = displays.some((display) => reaches(sitting.targets, display) && !taken.has(display.id))
    return [
      atOnce ? t('sittings.adjournWordsAtOnce') : t('sittings.adjournWords', { count }),
      ...followers.map(({ sitting: { title }, displayIds }) =>
        t('sittings.adjournFollows', { title: textIn(title), count: displayIds.length }),
      ),
      ...(isRest ? [t('sittings.adjournRest')] : []),
    ].join(' ')
  }
}
