import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from './ask.tsx'

/** What can be done with one row of a list of the schedule: change it, delete it after a question. */
export function RowActions({
  name,
  editId,
  onEdit,
  deleteText,
  inUse = false,
  onDelete,
}: {
  name: string
  /** By which tests find the pencil. */
  editId: string
  /** Null: it cannot be changed here. */
  onEdit: (() => void) | null
  deleteText: string
  /** It cannot be deleted as things stand, and `deleteText` says why. */
  inUse?: boolean
  onDelete: () => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {onEdit !== null && (
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t('timing.editNamed', { name })}
          onClick={onEdit}
          data-testid={editId}
        >
          <IconPencil size={19} />
        </ActionIcon>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('timing.deleteNamed', { name })}
        onClick={() =>
          ask({
            title: t('timing.deleteTitle', { name }),
            text: deleteText,
            yes: t('timing.delete'),
            no: t('common.stop'),
            barred: inUse,
            onYes: onDelete,
          })
        }
      >
        <IconTrash size={19} />
      </ActionIcon>
    </>
  )
}
