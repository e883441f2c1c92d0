import type { PlaylistView } from '@akari/protocol'
import { Button, Modal, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newestPlaylists } from '../../api/content.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { asDuration, useWhen } from '../../parts/when.ts'
import { differingWays, type Draft, roundSeconds, type Running, weightDiffers } from './editor.ts'
import { useSceneWords } from './item-words.ts'
import classes from './playlists.module.css'

/** Somebody saved the same playlist meanwhile: shows both, and lets one choose. Nothing is lost before that. */
export function ConflictDialog({
  playlistId,
  mine,
  onTheirs,
  onMine,
  onBoth,
  onClose,
}: {
  playlistId: string
  mine: Draft
  onTheirs: (theirs: PlaylistView) => void
  onMine: (version: number) => void
  onBoth: () => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const newest = useQuery({
    queryKey: ['conflict', playlistId],
    queryFn: async () => (await newestPlaylists()).find((playlist) => playlist.id === playlistId) ?? null,
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
                <Text>{t('conflict.deleted')}</Text>
                <Button onClick={onBoth}>{t('conflict.saveAsNew')}</Button>
              </Stack>
            ) : (
              <SimpleGrid cols={2}>
                <Side
                  title={t('conflict.theirs', { at: when.dayAndTime(theirs.updatedAt) })}
                  draft={theirs}
                  other={mine}
                >
                  <Button variant="default" onClick={() => onTheirs(theirs)}>
                    {t('conflict.useTheirs')}
                  </Button>
                </Side>
                <Side title={t('conflict.mine')} draft={mine} other={theirs}>
                  <Button onClick={onBoth}>{t('conflict.saveAsNew')}</Button>
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
  draft,
  other,
  children,
}: {
  title: string
  draft: Draft
  /** What differs from it is marked. */
  other: Draft
  children: ReactElement | ReactElement[]
}): ReactElement {
  const { t } = useTranslation()
  const words = useSceneWords()
  const ways = differingWays(draft, other)
  const { sync = false, campaign = false, transition = 'fade' } = draft
  const wayWords = (way: keyof Running): string => {
    switch (way) {
      case 'sync':
        return t('several.way', { way: t('running.sync'), is: t(sync ? 'several.on' : 'several.off') })
      case 'campaign':
        return t('several.way', { way: t('running.campaign'), is: t(campaign ? 'several.on' : 'several.off') })
      case 'transition':
        return t('several.way', { way: t('running.transition'), is: t(`running.${transition}`) })
    }
  }
  return (
    <section className={classes.side}>
      <h3>{title}</h3>
      <p>
        <b>{draft.name}</b> — {t('playlists.items', { count: draft.items.length })},{' '}
        {asDuration(roundSeconds(draft.items))}
      </p>
      {ways.length > 0 && (
        <ul className={classes.ways}>
          {ways.map((way) => (
            <li key={way}>
              <mark>{wayWords(way)}</mark>
            </li>
          ))}
        </ul>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <ol tabIndex={0} aria-label={title}>
        {draft.items.map((item) => (
          <li key={item.id}>
            {words(item.scene).title} <span className="numbers">({asDuration(item.seconds)})</span>
            {weightDiffers(item, other.items) && <mark>{t('several.weightIs', { count: item.weight ?? 1 })}</mark>}
          </li>
        ))}
      </ol>
      <div className={classes.sideFoot}>{children}</div>
    </section>
  )
}
