import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useMediaTools } from '../../api/library.ts'
import classes from './assets.module.css'

/** What files this server can do nothing with, for want of a program; nothing where all are there. */
export function MissingTools(): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useMediaTools()
  if (data === undefined) return null
  const words = [
    data.looksIntoVideo ? null : t('library.tools.noProbe'),
    data.converts ? null : t('library.tools.noConvert'),
    data.pdf ? null : t('library.tools.noPdf'),
    data.pptx ? null : t('library.tools.noPptx'),
  ].filter((each) => each !== null)
  if (words.length === 0) return null
  return (
    <section className={classes.missing} aria-label={t('library.tools.title')}>
      <IconInfoCircle size={18} aria-hidden />
      <ul>
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  )
}
