import type { SittingView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './sittings.module.css'

/** Where a sitting stands, in a word: the one word that must be seen from the door. */
export function PhaseMark({ sitting, large = false }: { sitting: SittingView; large?: boolean }): ReactElement {
  const { t } = useTranslation()
  const { phase } = sitting.live.standing
  const isMissed = phase === 'planned' && sitting.isOver
  return (
    <span className={classes.phase} data-phase={isMissed ? 'missed' : phase} data-large={large || undefined}>
      {t(isMissed ? 'sittings.neverOpened' : `sittings.phase.${phase}`)}
    </span>
  )
}
