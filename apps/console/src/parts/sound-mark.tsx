import type { Sound } from '@akari/programme'
import { IconVolume } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './sound-mark.module.css'

/** Says that the display is heard at this time: previews themselves are silent. */
export function SoundMark({ sound }: { sound: Sound }): ReactElement {
  const { t } = useTranslation()
  const text = t('sound.mark', { volume: sound.volume })
  return (
    <span className={classes.mark} role="img" aria-label={text} title={text} data-testid="sound-mark">
      <IconVolume size={16} aria-hidden />
    </span>
  )
}
