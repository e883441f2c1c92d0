import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayState } from './display-state.ts'
import classes from './status-mark.module.css'

/** How a display is, by shape, word and colour. */
export function StatusMark({ status }: { status: DisplayState }): ReactElement {
  const { t } = useTranslation()
  return (
    <span className={classes.mark} data-status={status}>
      {t(`status.${status}`)}
    </span>
  )
}
