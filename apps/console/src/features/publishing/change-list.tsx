import type { ItemChange, ProgrammeChange } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconArrowRight, IconArrowsSort, IconMinus, IconPencil, IconPlus, IconSettings } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../parts/texts-in.ts'
import { useChangeWords, useItemWords } from './change-words.ts'
import { Picture } from './picture.tsx'
import classes from './publishing.module.css'

/** So many items of a playlist are told before somebody asks for the rest. */
const FIRST_ITEMS = 6

/** The changes of a group of displays, one below the other. */
export function ChangeList({ changes }: { changes: readonly ProgrammeChange[] }): ReactElement {
  const words = useChangeWords()
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={keyOf(change)}>
          <Mark how={change.kind === 'setting' || change.kind === 'calendar' ? 'setting' : change.how} />
          <div className={classes.change}>
            <strong>{words.title(change)}</strong>
            {words.details(change).map((detail) => (
              <span key={detail}>{detail}</span>
            ))}
            {change.kind === 'playlist' && <Items items={change.items} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function keyOf(change: ProgrammeChange): string {
  switch (change.kind) {
    case 'setting':
      return `setting ${change.field}`
    case 'calendar':
      return 'calendar'
    case 'entry':
    case 'playlist':
    case 'takeover':
      return `${change.kind} ${change.id}`
  }
}

function Items({ items }: { items: readonly ItemChange[] }): ReactElement | null {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  if (items.length === 0) return null
  const shown = all ? items : items.slice(0, FIRST_ITEMS)
  return (
    <>
      <ul className={classes.items}>
        {shown.map((item) => (
          <Item key={`${item.id} ${item.from} ${item.to}`} item={item} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('publishing.moreItems', { count: items.length - shown.length })}
        </Button>
      )}
    </>
  )
}

function Item({ item }: { item: ItemChange }): ReactElement {
  const say = useItemWords()
  const textIn = useTextIn()
  const isReplaced = item.how === 'changed' && item.before !== item.after
  return (
    <li data-how={item.how}>
      <div className={classes.pictures}>
        {(isReplaced || item.how === 'removed') && <Picture sha256={item.before} />}
        {isReplaced && <IconArrowRight size={16} aria-hidden />}
        {item.how !== 'removed' && <Picture sha256={item.after} />}
      </div>
      <div>
        <b>{textIn(item.title)}</b>
        <span>{say(item)}</span>
      </div>
    </li>
  )
}

function Mark({ how }: { how: 'added' | 'removed' | 'changed' | 'moved' | 'setting' }): ReactElement {
  const { t } = useTranslation()
  const icons = {
    added: IconPlus,
    removed: IconMinus,
    changed: IconPencil,
    moved: IconArrowsSort,
    setting: IconSettings,
  }
  const Icon = icons[how]
  return (
    <span className={classes.how} data-how={how} role="img" aria-label={t(`publishing.how.${how}`)}>
      <Icon size={16} stroke={2.2} aria-hidden />
    </span>
  )
}
