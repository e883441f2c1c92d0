import type { DraftItem } from '@akari/protocol'
import { DragDropContext, Draggable, Droppable, type DropResult } from '@hello-pangea/dnd'
import { ActionIcon, NumberInput } from '@mantine/core'
import { IconCalendarTime, IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import type { Edit } from './editor.ts'
import { ItemPicture } from './item-picture.tsx'
import { useSceneWords } from './item-words.ts'
import { type Touch, touchOf } from './selection.ts'
import classes from './playlists.module.css'

type Props = {
  items: readonly DraftItem[]
  /** The one that is shown. */
  shownId: string | null
  selected: ReadonlySet<string>
  onTouch: (id: string, touch: Touch) => void
  dispatch: (edit: Edit) => void
  readOnly: boolean
}

/** The items in their order: dragged by the handle, or with the keyboard (space, arrows, space); several can be selected. */
export function ItemList(props: Props): ReactElement {
  const { t } = useTranslation()
  const { items, dispatch } = props
  if (items.length === 0) return <p className={classes.none}>{t('playlists.emptyList')}</p>
  const drop = ({ source, destination }: DropResult): void => {
    if (destination !== null) dispatch({ type: 'moved', from: source.index, to: destination.index })
  }
  return (
    <DragDropContext
      onDragEnd={drop}
      onDragUpdate={({ destination }, { announce }) =>
        announce(
          destination === null
            ? t('playlists.dragOutside')
            : t('playlists.dragAt', { place: destination.index + 1, count: items.length }),
        )
      }
      dragHandleUsageInstructions={t('playlists.dragHow')}
    >
      <Droppable droppableId="items">
        {(droppable) => (
          <ol ref={droppable.innerRef} {...droppable.droppableProps} className={classes.items}>
            {items.map((item, index) => (
              <Item key={item.id} item={item} index={index} {...props} />
            ))}
            {droppable.placeholder}
          </ol>
        )}
      </Droppable>
    </DragDropContext>
  )
}

function Item({
  item,
  index,
  items,
  shownId,
  selected,
  onTouch,
  dispatch,
  readOnly,
}: Props & { item: DraftItem; index: number }): ReactElement {
  const { t } = useTranslation()
  const { title, kind } = useSceneWords()(item.scene)
  /** Space takes in or out, arrows go to the neighbour, with shift taking it in. */
  const keys = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key !== ' ' && step === 0) return
    event.preventDefault()
    if (step === 0) return onTouch(item.id, 'toggle')
    const next = items[index + step]
    const row = event.currentTarget.closest('li')
    const neighbour = step === 1 ? row?.nextElementSibling : row?.previousElementSibling
    neighbour?.querySelector<HTMLButtonElement>('button[aria-pressed]')?.focus()
    if (next !== undefined && event.shiftKey) onTouch(next.id, 'range')
  }
  const limited = item.validFrom !== null || item.validUntil !== null
  return (
    <Draggable draggableId={item.id} index={index} isDragDisabled={readOnly}>
      {(draggable, { isDragging }) => (
        <li
          ref={draggable.innerRef}
          {...draggable.draggableProps}
          className={classes.item}
          data-selected={item.id === shownId || undefined}
          data-chosen={selected.has(item.id) || undefined}
          data-dragging={isDragging || undefined}
          data-testid="playlist-item"
        >
          <span
            {...draggable.dragHandleProps}
            className={classes.handle}
            aria-label={t('playlists.moveNamed', { title })}
          >
            <IconGripVertical size={20} aria-hidden />
          </span>
          <span className={classes.place}>{index + 1}</span>
          <span className={classes.frame}>
            <ItemPicture scene={item.scene} />
          </span>
          <button
            type="button"
            className={classes.itemTitle}
            aria-pressed={selected.has(item.id) || item.id === shownId}
            onClick={(event) => onTouch(item.id, touchOf(event))}
            onKeyDown={keys}
            onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
          >
            <b>{title}</b>
            <small>
              {kind}
              {limited && (
                <>
                  <IconCalendarTime size={14} aria-hidden /> {t('playlists.limited')}
                </>
              )}
            </small>
          </button>
          <NumberInput
            w={104}
            aria-label={t('playlists.secondsOf', { title })}
            value={item.seconds}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1 && value <= 86_400)
                dispatch({ type: 'changed', id: item.id, part: { seconds: value } })
            }}
            min={1}
            max={86_400}
            step={5}
            suffix={t('playlists.secondsSuffix')}
            readOnly={readOnly}
          />
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('running.duplicateNamed', { title })}
              onClick={() => dispatch({ type: 'added', items: [{ ...item, id: newId() }], after: item.id })}
            >
              <IconCopy size={18} />
            </ActionIcon>
          )}
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('playlists.removeNamed', { title })}
              onClick={() => dispatch({ type: 'removed', ids: [item.id] })}
            >
              <IconTrash size={18} />
            </ActionIcon>
          )}
        </li>
      )}
    </Draggable>
  )
}
