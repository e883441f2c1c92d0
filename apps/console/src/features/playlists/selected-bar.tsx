import type { DraftItem } from '@akari/protocol'
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconPlaylistAdd, IconTrash, IconX } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import { CopyDialog } from './copy-dialog.tsx'
import type { Edit } from './editor.ts'
import classes from './playlists.module.css'

/** What can be done with several items at once; each is one step of undo. */
export function SelectedBar({
  items,
  playlistId,
  dispatch,
  onClear,
}: {
  items: readonly DraftItem[]
  /** The playlist that is edited, null while it is new. */
  playlistId: string | null
  dispatch: (edit: Edit) => void
  onClear: () => void
}): ReactElement {
  const { t } = useTranslation()
  const [copying, setCopying] = useState(false)
  const ids = items.map(({ id }) => id)
  const action = (label: string, icon: ReactElement, onClick: () => void, testId: string): ReactElement => (
    <Tooltip label={label}>
      <ActionIcon variant="white" size="lg" aria-label={label} onClick={onClick} data-testid={testId}>
        {icon}
      </ActionIcon>
    </Tooltip>
  )
  const duplicate = (): void => {
    const copies = items.map((item) => ({ ...item, id: newId() }))
    dispatch({ type: 'added', items: copies, after: ids.at(-1) ?? null })
  }
  return (
    <div className={classes.selected} role="toolbar" aria-label={t('several.toolbar')}>
      <strong aria-live="polite">{t('several.count', { count: items.length })}</strong>
      {action(
        t('several.up'),
        <IconArrowUp size={18} />,
        () => dispatch({ type: 'shifted', ids, by: -1 }),
        'several-up',
      )}
      {action(
        t('several.down'),
        <IconArrowDown size={18} />,
        () => dispatch({ type: 'shifted', ids, by: 1 }),
        'several-down',
      )}
      {action(t('several.duplicate'), <IconCopy size={18} />, duplicate, 'several-duplicate')}
      {action(t('several.remove'), <IconTrash size={18} />, () => dispatch({ type: 'removed', ids }), 'several-remove')}
      <Button
        size="xs"
        variant="white"
        leftSection={<IconPlaylistAdd size={18} />}
        onClick={() => setCopying(true)}
        data-testid="several-copy"
      >
        {t('several.copy')}
      </Button>
      <ActionIcon variant="subtle" c="white" size="lg" aria-label={t('several.clear')} onClick={onClear} ml="auto">
        <IconX size={18} />
      </ActionIcon>
      {copying && <CopyDialog items={items} from={playlistId} onClose={() => setCopying(false)} />}
    </div>
  )
}
