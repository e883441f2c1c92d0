import { Stack } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import classes from './plan.module.css'

/** What somebody has in hand, by name, with what can be changed about it. */
export function HeldPanel({
  icon: Icon,
  title,
  hint = null,
  readOnly,
  children,
}: {
  icon: TablerIcon
  title: string
  /** What to know before one changes it. */
  hint?: string | null
  readOnly: boolean
  children: ReactNode
}): ReactElement {
  return (
    <>
      <h2>
        <Icon size={20} aria-hidden /> {title}
      </h2>
      {hint !== null && <p className={classes.hint}>{hint}</p>}
      <fieldset disabled={readOnly} className={classes.fields}>
        <Stack gap="sm">{children}</Stack>
      </fieldset>
    </>
  )
}
