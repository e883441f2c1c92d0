import { Button, Modal, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from './loaded.tsx'
import classes from './two-versions.module.css'
import { useWhen } from './when.ts'

/** One of the two; what differs from `other` may be marked. */
export type Shown<D> = { draft: D; other: D; title: string }

/** What is compared, and what becomes of the choice: theirs, mine on top of theirs, or both. */
export type Choices<T, D> = {
  id: string
  mine: D
  onTheirs: (theirs: T) => void
  onMine: (theirs: T) => void
  onBoth: () => void
  onClose: () => void
}

/** Somebody saved the same thing meanwhile: shows both, and lets one choose. Nothing is lost before that. */
export function TwoVersions<T extends { id: string; version: number; updatedAt: string }, D>({
  id,
  newest,
  mine,
  draftOf,
  texts,
  keepsBoth = true,
  show: Show,
  onTheirs,
  onMine,
  onBoth,
  onClose,
}: Choices<T, D> & {
  /** Everything of its kind, as it is on the server now. */
  newest: () => Promise<readonly T[]>
  draftOf: (theirs: T) => D
  texts: { deleted: string; saveAsNew: string }
  /** May there be two of them? Otherwise mine is saved anew only where theirs is gone. */
  keepsBoth?: boolean
  show: ComponentType<Shown<D>>
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const found = useQuery({
    queryKey: ['conflict', id],
    queryFn: async () => (await newest()).find((each) => each.id === id) ?? null,
    gcTime: 0,
    staleTime: 0,
  })
  const saveAsNew = <Button onClick={onBoth}>{texts.saveAsNew}</Button>
  const side = (title: string, draft: D, other: D, buttons: ReactNode): ReactElement => (
    <section className={classes.side}>
      <h3>{title}</h3>
      <Show draft={draft} other={other} title={title} />
      <div className={classes.foot}>{buttons}</div>
    </section>
  )
  return (
    <Modal opened onClose={onClose} size="xl" title={t('conflict.title')}>
      <Stack>
        <Text>{t('conflict.text')}</Text>
        <Loaded query={found} skeleton={<Skeleton height={220} />}>
          {(theirs) =>
            theirs === null ? (
              <Stack>
                <Text>{texts.deleted}</Text>
                {saveAsNew}
              </Stack>
            ) : (
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                {side(
                  t('conflict.theirs', { at: when.dayAndTime(theirs.updatedAt) }),
                  draftOf(theirs),
                  mine,
                  <Button variant="default" onClick={() => onTheirs(theirs)} data-testid="conflict-theirs">
                    {t('conflict.useTheirs')}
                  </Button>,
                )}
                {side(
                  t('conflict.mine'),
                  mine,
                  draftOf(theirs),
                  <>
                    {keepsBoth && saveAsNew}
                    <Button variant="light" color="vermilion" onClick={() => onMine(theirs)}>
                      {t('conflict.overwrite')}
                    </Button>
                  </>,
                )}
              </SimpleGrid>
            )
          }
        </Loaded>
      </Stack>
    </Modal>
  )
}
