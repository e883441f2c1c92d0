import { reaches, silentThrough } from '@akari/programme'
import { Anchor, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useShownDisplays } from '../../api/displays.ts'
import { useSoundHours } from '../../api/sound-hours.ts'
import { useDisplayName } from '../../parts/display-name.ts'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { useOfficeDays } from '../../parts/use-office-days.ts'
import type { SittingDraft } from './sitting-draft.ts'

/** Names the displays on which a sitting that may be heard is silent all the same, because no sound hours let it; nothing for none. */
export function SilentHint({ draft }: { draft: SittingDraft }): ReactElement | null {
  const { t } = useTranslation()
  const nameOf = useDisplayName()
  const displays = useShownDisplays().data ?? []
  const hours = useSoundHours().data
  const { calendar, isReady } = useOfficeDays()
  const { streamId, silent, targets, startsAt, endsAt } = draft
  if (streamId === null || silent === true || hours === undefined || !isReady) return null
  const [fromMs, toMs] = [Date.parse(startsAt), Date.parse(endsAt)]
  const quiet = displays.filter((display) => {
    if (!reaches(targets, display)) return false
    const own = hours.filter((each) => reaches(each.targets, display))
    return silentThrough(own, { timeZone: TIME_ZONE, calendar }, fromMs, toMs)
  })
  if (quiet.length === 0) return null
  const names = quiet.map(({ id }) => nameOf(id)).join(t('common.listSeparator'))
  return (
    <Text size="sm" mt="xs" role="status" data-testid="sitting-unheard">
      {t('sittings.unheard', { names })}
      <Anchor component={Link} to="/schedule/sound" size="sm" display="block">
        {t('sound.toHours')}
      </Anchor>
    </Text>
  )
}
