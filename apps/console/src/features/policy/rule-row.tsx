import type { PolicyRule } from '@akari/protocol'
import { Draggable } from '@hello-pangea/dnd'
import { ActionIcon, Badge, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconGripVertical, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { FindingList } from './finding-list.tsx'
import { SoundMark, StageSteps } from './marks.tsx'
import { ModeDrawing } from './mode-drawing.tsx'
import { useRuleWords } from './rule-words.ts'
import { findingsAt, markOf, type TableState } from './table-state.ts'
import classes from './rules.module.css'

export type MoveWay = 'up' | 'down'

export type RowActions = {
  onOpen: (id: string) => void
  onDuplicate: (id: string) => void
  onDelete: (id: string) => void
  onStep: (way: MoveWay) => void
}

type Props = RowActions & {
  rule: PolicyRule
  /** Place in the whole table, from 0. */
  index: number
  /** Place in the list it stands in, from 0. */
  at: number
  last: boolean
  state: TableState
}

/** One rule: when it applies and what it does as a sentence, the same as signs, and what can be done with it. */
export function RuleRow({ rule, index, at, last, state, ...actions }: Props): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const name = words.name(rule)
  const decides = state.decidingId === rule.id
  const fixed = state.readOnly || state.filtered
  return (
    <Draggable draggableId={rule.id} index={at} isDragDisabled={fixed}>
      {(draggable, { isDragging }) => (
        <li
          ref={draggable.innerRef}
          {...draggable.draggableProps}
          className={classes.rule}
          data-decides={decides || undefined}
          data-dragging={isDragging || undefined}
          data-testid={`policy-rule-${rule.id}`}
        >
          {fixed ? (
            <span />
          ) : (
            <span {...draggable.dragHandleProps} className={classes.handle} aria-label={t('policy.row.drag', { name })}>
              <IconGripVertical size={20} aria-hidden />
            </span>
          )}
          <span className={classes.place}>{index + 1}</span>
          <RuleText rule={rule} name={name} decides={decides} state={state} onOpen={actions.onOpen} />
          <div className={classes.marks}>
            <span className={classes.mode}>
              <ModeDrawing mode={rule.act.mode} />
              <span>{t(`policy.rule.mode.${rule.act.mode}`)}</span>
            </span>
            <SoundMark act={rule.act} />
            <StageSteps rule={rule} />
            <span className={classes.groups}>
              {rule.act.groups === null ? words.groups(rule.act) : null}
              {(rule.act.groups ?? []).map((group) => (
                <Badge key={group} variant="default" fw={400}>
                  {group}
                </Badge>
              ))}
            </span>
          </div>
          {!state.readOnly && (
            <RowButtons name={name} id={rule.id} first={at === 0 || fixed} last={last || fixed} {...actions} />
          )}
          <div className={classes.findings}>
            <FindingList findings={findingsAt(state.findings, rule.id)} rules={state.rules} />
          </div>
        </li>
      )}
    </Draggable>
  )
}

function RuleText({
  rule,
  name,
  decides,
  state,
  onOpen,
}: { name: string; decides: boolean } & Pick<Props, 'rule' | 'state' | 'onOpen'>): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const mark = markOf(state.changes, rule.id)
  const text = (
    <>
      <b>
        {name}
        {mark !== null && <em>{t(`policy.row.${mark}`)}</em>}
        {decides && <em data-decides>{t('policy.row.decides')}</em>}
      </b>
      <small>{words.sentence(rule)}</small>
    </>
  )
  if (state.readOnly) return <div className={classes.text}>{text}</div>
  return (
    <button
      type="button"
      className={classes.text}
      onClick={() => onOpen(rule.id)}
      data-testid={`policy-open-${rule.id}`}
    >
      {text}
    </button>
  )
}

function RowButtons({
  id,
  name,
  first,
  last,
  onStep,
  onDuplicate,
  onDelete,
}: RowActions & { id: string; name: string; first: boolean; last: boolean }): ReactElement {
  const { t } = useTranslation()
  const look = { variant: 'subtle', color: 'gray', size: 'lg', 'data-moves': id } as const
  return (
    <span className={classes.buttons}>
      <ActionIcon
        {...look}
        data-way="up"
        aria-label={t('policy.row.up', { name })}
        disabled={first}
        onClick={() => onStep('up')}
      >
        <IconArrowUp size={18} />
      </ActionIcon>
      <ActionIcon
        {...look}
        data-way="down"
        aria-label={t('policy.row.down', { name })}
        disabled={last}
        onClick={() => onStep('down')}
      >
        <IconArrowDown size={18} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('policy.row.more', { name })}>
            <IconDots size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={18} />} onClick={() => onDuplicate(id)}>
            {t('policy.row.duplicate')}
          </Menu.Item>
          <Menu.Item color="vermilion" leftSection={<IconTrash size={18} />} onClick={() => onDelete(id)}>
            {t('policy.row.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
