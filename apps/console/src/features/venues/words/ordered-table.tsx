import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd'
import { ActionIcon } from '@mantine/core'
import { IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './words.module.css'

type OrderedRow = {
  key: string
  /** What a screen reader and the buttons call it. */
  name: string
  /** Is it among what is searched for? */
  isFound: boolean
  cells: readonly ReactNode[]
  onOpen: () => void
  onDelete: () => void
}

/** A table whose order counts: rows are dragged by the handle, or with the keyboard (space, arrows, space). */
export function OrderedTable({
  heads,
  rows,
  search,
  readOnly,
  onMove,
}: {
  heads: readonly string[]
  rows: readonly OrderedRow[]
  search: string
  readOnly: boolean
  onMove: (from: number, to: number) => void
}): ReactElement {
  const { t } = useTranslation()
  const mayMove = !readOnly && search.trim() === ''
  const drop = ({ source, destination }: DropResult): void => {
    if (destination !== null) onMove(source.index, destination.index)
  }
  return (
    <DragDropContext
      onDragEnd={drop}
      onDragUpdate={({ destination }, { announce }) =>
        announce(
          destination === null
            ? t('playlists.dragOutside')
            : t('playlists.dragAt', { place: destination.index + 1, count: rows.length }),
        )
      }
      dragHandleUsageInstructions={t('playlists.dragHow')}
    >
      <Droppable droppableId="words">
        {(droppable) => (
          <div className={classes.tableBox}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col" aria-label={t('venues.words.order')} />
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                  <th scope="col" aria-label={t('common.actions')} />
                </tr>
              </thead>
              <tbody ref={droppable.innerRef} {...droppable.droppableProps}>
                {rows.map((row, index) =>
                  row.isFound ? (
                    <Draggable key={row.key} draggableId={row.key} index={index} isDragDisabled={!mayMove}>
                      {(draggable, { isDragging }) => (
                        <tr
                          ref={draggable.innerRef}
                          {...draggable.draggableProps}
                          data-dragging={isDragging || undefined}
                          data-testid="word-row"
                        >
                          <td className={classes.handle}>
                            {mayMove && (
                              <span
                                {...draggable.dragHandleProps}
                                aria-label={t('venues.words.moveNamed', { name: row.name })}
                              >
                                <IconGripVertical size={18} aria-hidden />
                              </span>
                            )}
                          </td>
                          {row.cells.map((cell, n) => (
                            <td key={heads[n]}>{cell}</td>
                          ))}
                          <td className={classes.rowActs}>
                            {!readOnly && (
                              <>
                                <ActionIcon
                                  variant="subtle"
                                  size="lg"
                                  aria-label={t('venues.words.editNamed', { name: row.name })}
                                  onClick={row.onOpen}
                                >
                                  <IconPencil size={18} />
                                </ActionIcon>
                                <ActionIcon
                                  variant="subtle"
                                  color="gray"
                                  size="lg"
                                  aria-label={t('venues.words.deleteNamed', { name: row.name })}
                                  onClick={row.onDelete}
                                >
                                  <IconTrash size={18} />
                                </ActionIcon>
                              </>
                            )}
                          </td>
                        </tr>
                      )}
                    </Draggable>
                  ) : null,
                )}
                {droppable.placeholder}
              </tbody>
            </table>
          </div>
        )}
      </Droppable>
    </DragDropContext>
  )
}
