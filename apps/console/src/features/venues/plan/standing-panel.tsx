import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import type { Selected } from '../model/selected.ts'
import type { PanelProps } from './plan-panel.tsx'
import classes from './plan.module.css'

/** A facility: part of the plan as it was handed in. */
export function StandingPanel({
  selected: { it },
}: PanelProps & { selected: Extract<Selected, { kind: 'amenity' }> }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <>
      <h2>
        <IconInfoCircle size={20} aria-hidden /> {it.name === null ? t('venues.standing.amenity') : textIn(it.name)}
      </h2>
      <p className={classes.hint}>{t('venues.standing.hint')}</p>
    </>
  )
}
