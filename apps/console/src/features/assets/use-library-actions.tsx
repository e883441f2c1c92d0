import type { AssetBulkResult, AssetView } from '@akari/protocol'
import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useBulk } from '../../api/library.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { placeOf, useUseWords } from './use-words.ts'

const UNDO_MS = 12_000

export type LibraryActions = {
  move: (assets: readonly AssetView[], folderId: string | null) => void
  tag: (assets: readonly AssetView[], add: string[], remove: string[]) => void
  remove: (assets: readonly { id: string }[]) => void
  restore: (ids: readonly string[]) => void
}

/** What is done to many assets at once; each says what it did and can be taken back, and names what could not be done. */
export function useLibraryActions(): LibraryActions {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const bulk = useBulk()
  const nameOf = useUseWords()
  const say = (text: string, undo?: () => void): void => {
    const id = notifications.show({
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{text}</span>
          {undo !== undefined && (
            <Button
              size="xs"
              variant="light"
              data-testid="undo"
              onClick={() => {
                notifications.hide(id)
                undo()
              }}
            >
              {t('common.undo')}
            </Button>
          )}
        </Group>
      ),
    })
  }
  const refused = ({ refused: all }: AssetBulkResult): void => {
    const used = all.filter(({ reason }) => reason === 'in-use')
    const others = all
      .filter(({ reason }) => reason !== 'in-use')
      .map(({ title, id }) => (title === null ? id : textIn(title)))
    if (used.length > 0) showUsed(used)
    if (others.length > 0) say(t('library.refusedOther', { titles: others.join(t('common.listSeparator')) }))
  }
  const showUsed = (used: AssetBulkResult['refused']): void => {
    modals.open({
      title: t('library.refusedTitle', { count: used.length }),
      children: (
        <Stack>
          <Text>{t('library.refusedText')}</Text>
          <List>
            {used.map(({ id, title, usedIn }) => (
              <List.Item key={id}>
                {title === null ? id : textIn(title)}
                {': '}
                {usedIn.map((use, index) => (
                  <span key={use.id}>
                    {index > 0 && t('common.listSeparator')}
                    {/* Outside of the router's tree a plain link does it. */}
                    <Anchor href={placeOf(use)}>{nameOf(use)}</Anchor>
                  </span>
                ))}
              </List.Item>
            ))}
          </List>
        </Stack>
      ),
    })
  }
  const restore = (ids: readonly string[]): void => {
    bulk.mutate(
      { ids: [...ids], change: { kind: 'restore' } },
      { onSuccess: ({ done }) => say(t('library.restored', { count: done.length })) },
    )
  }
  const moveAll = (ids: string[], folderId: string | null, onDone: (result: AssetBulkResult) => void): void => {
    if (ids.length > 0) bulk.mutate({ ids, change: { kind: 'move', folderId } }, { onSuccess: onDone })
  }
  return {
    move: (assets, folderId) => {
      const before = Map.groupBy(assets, (asset) => asset.folderId)
      moveAll(
        assets.map(({ id }) => id),
        folderId,
        (result) => {
          refused(result)
          const back = (): void => {
            for (const [from, group] of before)
              moveAll(
                group.map(({ id }) => id),
                from,
                refused,
              )
          }
          if (result.done.length > 0) say(t('library.moved', { count: result.done.length }), back)
        },
      )
    },
    tag: (assets, add, remove) => {
      bulk.mutate(
        { ids: assets.map(({ id }) => id), change: { kind: 'tag', add, remove } },
        {
          onSuccess: (result) => {
            refused(result)
            if (result.done.length > 0) say(t('library.tagged', { count: result.done.length }))
          },
        },
      )
    },
    remove: (assets) => {
      bulk.mutate(
        { ids: assets.map(({ id }) => id), change: { kind: 'delete' } },
        {
          onSuccess: (result) => {
            refused(result)
            const { done } = result
            if (done.length > 0) say(t('library.deleted', { count: done.length }), () => restore(done))
          },
        },
      )
    },
    restore,
  }
}
