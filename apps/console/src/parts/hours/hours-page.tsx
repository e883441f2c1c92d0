import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ComponentProps, type ComponentType, type ReactElement, type ReactNode, useState } from 'react'
import { useMay } from '../../api/session.ts'
import { Empty } from '../empty.tsx'
import { Loaded } from '../loaded.tsx'
import { Page } from '../page.tsx'
import { ScheduleNav } from '../schedule-nav.tsx'
import classes from './hours.module.css'

/** What draws one of them as a card. */
export type HoursCardProps<T> = { hours: T; all: readonly T[]; mayChange: boolean; onEdit: () => void }

/** A page of the schedule about hours of one kind: all of them as cards in their order, and the drawer that sets or changes one. */
export function HoursPage<T extends { id: string }>({
  kind,
  texts,
  icon,
  query,
  card: Card,
  drawer: Drawer,
  children,
}: {
  /** Begins the names by which tests find its parts. */
  kind: string
  texts: { title: string; lead: string; new: string; emptyTitle: string; emptyHint: string }
  icon: ComponentProps<typeof Empty>['icon']
  query: ComponentProps<typeof Loaded<readonly T[]>>['query']
  card: ComponentType<HoursCardProps<T>>
  /** Sets new ones (null), or changes some. */
  drawer: ComponentType<{ hours: T | null; onClose: () => void }>
  /** Below the cards. */
  children: (all: readonly T[]) => ReactNode
}): ReactElement {
  const mayChange = useMay('content')
  const [opened, setOpened] = useState<T | 'new' | null>(null)
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        mayChange && (
          <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened('new')} data-testid={`${kind}-new`}>
            {texts.new}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Loaded query={query}>
        {(all) => (
          <>
            {all.length === 0 ? (
              <Empty icon={icon} title={texts.emptyTitle} hint={texts.emptyHint} />
            ) : (
              <div className={classes.cards}>
                {all.map((each) => (
                  <Card key={each.id} hours={each} all={all} mayChange={mayChange} onEdit={() => setOpened(each)} />
                ))}
              </div>
            )}
            {children(all)}
          </>
        )}
      </Loaded>
      {opened !== null && <Drawer hours={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
