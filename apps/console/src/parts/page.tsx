import { Group, Title } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import classes from './page.module.css'

/** A page of the console: heading, one sentence of purpose, actions at the right. */
export function Page({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: string
  actions?: ReactNode
  children: ReactNode
}): ReactElement {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <Title order={1} className={classes.title ?? ''}>
            {title}
          </Title>
          {lead !== undefined && <p className={classes.lead}>{lead}</p>}
        </div>
        <Group gap="sm">{actions}</Group>
      </header>
      {children}
    </div>
  )
}
