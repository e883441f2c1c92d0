import { DragDropContext, Droppable, type DropResult } from '@hello-pangea/dnd'
import { VisuallyHidden } from '@mantine/core'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowActions } from './rule-row.tsx'
import { type MoveWay, RuleRow } from './rule-row.tsx'
import { useRuleWords } from './rule-words.ts'
import type { PlacedRule } from './sections.ts'
import type { TableState } from './table-state.ts'
import classes from './rules.module.css'

/** Rules in the order in which they are tried: dragged by the handle, or moved by buttons, within what is listed here. */
export function RuleList({
  name,
  listed,
  state,
  onMove,
  ...actions
}: {
  name: string
  listed: readonly PlacedRule[]
  state: TableState
  /** Places in the whole table. */
  onMove: (from: number, to: number) => void
} & Omit<RowActions, 'onStep'>): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const list = useRef<HTMLOListElement | null>(null)
  const [stepped, setStepped] = useState<{ id: string; way: MoveWay; said: string } | null>(null)
  const move = (at: number, to: number): void => {
    const [rule, other] = [listed[at], listed[to]]
    if (rule !== undefined && other !== undefined) onMove(rule.index, other.index)
  }
  const step = (at: number, way: MoveWay): void => {
    const [rule, to] = [listed[at], listed[at + (way === 'up' ? -1 : 1)]]
    if (rule === undefined || to === undefined) return
    onMove(rule.index, to.index)
    const said = t('policy.row.movedTo', { name: words.name(rule.rule), place: to.index + 1 })
    setStepped({ id: rule.rule.id, way, said })
  }
  useEffect(() => {
    // A row that changes its place loses the focus; whoever moves by keyboard goes on from the same button.
    if (stepped === null) return
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(`[data-moves="${CSS.escape(stepped.id)}"]`) ?? []
    const usable = [...buttons].filter((button) => !button.disabled)
    const same = usable.find((button) => button.dataset['way'] === stepped.way)
    ;(same ?? usable[0])?.focus()
  }, [stepped])
  const drop = ({ source, destination }: DropResult): void => {
    if (destination !== null) move(source.index, destination.index)
  }
  return (
    <DragDropContext
      onDragEnd={drop}
      onDragUpdate={({ destination }, { announce }) =>
        announce(
          destination === null
            ? t('policy.row.dragOutside')
            : t('policy.row.dragAt', { place: destination.index + 1, count: listed.length }),
        )
      }
      dragHandleUsageInstructions={t('policy.row.dragHow')}
    >
      <Droppable droppableId={name}>
        {(droppable) => (
          <ol
            ref={(element) => {
              list.current = element
              droppable.innerRef(element)
            }}
            {...droppable.droppableProps}
            className={classes.rules}
          >
            {listed.map(({ rule, index }, at) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                index={index}
                at={at}
                last={at === listed.length - 1}
                state={state}
                onStep={(way) => step(at, way)}
                {...actions}
              />
            ))}
            {droppable.placeholder}
          </ol>
        )}
      </Droppable>
      <VisuallyHidden role="status">{stepped?.said ?? ''}</VisuallyHidden>
    </DragDropContext>
  )
}
