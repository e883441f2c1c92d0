import type { DisplayView } from '@akari/protocol'
import { Anchor } from '@mantine/core'
import { IconVolume, IconVolumeOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { useProgramme } from '../../api/displays.ts'
import { useDirection } from '../../parts/direction.ts'
import { soundNowWords } from '../../parts/sound-words.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './display.module.css'

/** Whether the display says that it is heard now, and why it is to be, or not. */
export function SoundLine({ display }: { display: DisplayView }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const programme = useProgramme(display.id).data ?? null
  const direction = useDirection(display, programme, useDesk().data)
  if (display.health?.onGlass == null) return null
  const { volume } = display.health.onGlass
  const hasHours = programme?.sound !== undefined
  const Icon = volume === undefined ? IconVolumeOff : IconVolume
  const isToBeHeard = direction.sound !== undefined && volume === undefined
  return (
    <p className={classes.sound} data-testid="display-sound" data-heard={volume !== undefined}>
      <Icon size={20} aria-hidden />
      <span>
        <b>{volume === undefined ? t('sound.isSilent') : t('sound.isHeard', { volume })}</b>{' '}
        {soundNowWords(direction, hasHours, t, when.dayAndTime)}
        {isToBeHeard && <> {t('sound.notYetHeard')}</>}{' '}
        <Anchor component={Link} to="/schedule/sound" size="sm">
          {t('sound.toHours')}
        </Anchor>
      </span>
    </p>
  )
}
