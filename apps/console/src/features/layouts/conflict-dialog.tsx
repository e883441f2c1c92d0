import type { LayoutView } from '@akari/protocol'
import { Button, Modal, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestLayouts } from '../../api/layouts.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWhen } from '../../parts/when.ts'
import { ZoneDrawing } from '../../parts/zone-drawing.tsx'
import type { Drawing } from './drawing.ts'
import classes from './layouts.module.css'

/** Somebody saved the same layout meanwhile: shows both, and lets one choose. Nothing is lost before that. */
export function ConflictDialog({
  layoutId,
  mine,
  onTheirs,
  onMine,
  onBoth,
  onClose,
}: {
  layoutId: string
  mine: Drawing
  onTheirs: (theirs: LayoutView) => void
  onMine: (version: number) => void
  onBoth: () => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const newest = useQuery({
    queryKey: ['conflict', layoutId],
    queryFn: async () => (await newestLayouts()).find((layout) => layout.id === layoutId) ?? null,
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Modal opened onClose={onClose} size="xl" title={t('conflict.title')}>
      <Stack>
        <Text>{t('conflict.text')}</Text>
        <Loaded query={newest} skeleton={<Skeleton height={220} />}>
          {(theirs) =>
            theirs === null ? (
              <Stack>
                <Text>{t('layouts.deleted')}</Text>
                <Button onClick={onBoth}>{t('layouts.saveAsNew')}</Button>
              </Stack>
            ) : (
              <SimpleGrid cols={2}>
                <Side title={t('conflict.theirs', { at: when.dayAndTime(theirs.updatedAt) })} drawing={theirs}>
                  <Button variant="default" onClick={() => onTheirs(theirs)} data-testid="conflict-theirs">
                    {t('conflict.useTheirs')}
                  </Button>
                </Side>
                <Side title={t('conflict.mine')} drawing={mine}>
                  <Button onClick={onBoth}>{t('layouts.saveAsNew')}</Button>
                  <Button variant="light" color="vermilion" onClick={() => onMine(theirs.version)}>
                    {t('conflict.overwrite')}
                  </Button>
                </Side>
              </SimpleGrid>
            )
          }
        </Loaded>
      </Stack>
    </Modal>
  )
}

function Side({
  title,
  drawing,
  children,
}: {
  title: string
  drawing: Drawing
  children: ReactElement | ReactElement[]
}): ReactElement {
  return (
    <section className={classes.side}>
      <h3>{title}</h3>
      <p>
        <b>{drawing.name}</b>
      </p>
      <div className={classes.sideDrawings}>
        <ZoneDrawing drawing={drawing} shape="wide" />
        <ZoneDrawing drawing={drawing} shape="tall" />
      </div>
      <div className={classes.sideFoot}>{children}</div>
    </section>
  )
}
