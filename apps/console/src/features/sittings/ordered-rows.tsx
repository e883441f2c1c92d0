import type { KioskLanguage } from '@akari/protocol'
import { ActionIcon, Button, Group } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconClipboardText, IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PasteBox, type RowParts } from './paste-box.tsx'
import type { Taken } from './pasted-into.ts'
import type { PastedRows } from './sitting-draft.ts'
import classes from './said-rows.module.css'

/** Rows of a plan in their order: added one by one or pasted as lines of text, moved, taken out. */
export function OrderedRows<T extends { id: string }>({
  legend,
  hint,
  rows,
  most,
  fields,
  blank,
  lines,
  pastedIn,
  takenOf,
  sayRow,
  partsOf,
  onChange,
  onPaste,
  onTake,
  kind,
}: {
  legend: string
  /** What a pasted line looks like. */
  hint: string
  rows: readonly T[]
  most: number
  /** What each row is written in, in the same order. */
  fields: readonly ReactNode[]
  blank: () => T
  /** Text that is pasted and not in the rows yet. */
  lines: string
  /** The language they are in. */
  pastedIn: KioskLanguage
  /** What taking them would make of the rows. */
  takenOf: (text: string) => Taken<T>
  /** A row in a word or two. */
  sayRow: (row: T) => string
  partsOf: (row: T) => RowParts
  onChange: (rows: T[], about: string) => void
  onPaste: (lines: string) => void
  /** The rows with what was pasted among them, and the lines that found no place. */
  onTake: (rows: T[], left: string) => void
  /** Begins the names that tests find things by; also the id of the whole. */
  kind: PastedRows
}): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const pasting = isOpen || lines !== ''
  const move = (index: number, by: -1 | 1): void => {
    const row = rows[index]
    if (row !== undefined) onChange(rows.toSpliced(index, 1).toSpliced(index + by, 0, row), `move ${row.id}`)
  }
  return (
    <fieldset className={classes.rows} id={`sitting-${kind}`} tabIndex={-1}>
      <legend>{legend}</legend>
      <ol className={classes.rowList}>
        {rows.map((row, index) => (
          <li key={row.id} className={classes.row}>
            {fields[index]}
            <Group gap={0} wrap="nowrap">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('sittings.moveUp', { n: index + 1 })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('sittings.moveDown', { n: index + 1 })}
                disabled={index === rows.length - 1}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={18} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('posters.removeRow', { n: index + 1 })}
                onClick={() => onChange(rows.toSpliced(index, 1), 'remove')}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ol>
      {pasting ? (
        <PasteBox
          hint={hint}
          rows={rows}
          lines={lines}
          language={pastedIn}
          takenOf={takenOf}
          sayRow={sayRow}
          partsOf={partsOf}
          onPaste={(text) => {
            setIsOpen(true)
            onPaste(text)
          }}
          onTake={(taken) => {
            setIsOpen(taken.left.length > 0)
            onTake(taken.rows, taken.left.join('\n'))
          }}
          onStop={() => {
            if (lines !== '') onPaste('')
            setIsOpen(false)
          }}
          kind={kind}
        />
      ) : (
        <Group gap="xs">
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={16} />}
            disabled={rows.length >= most}
            onClick={() => onChange([...rows, blank()], 'add')}
            data-testid={`sitting-${kind}-add`}
          >
            {t('posters.addRow')}
          </Button>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconClipboardText size={16} />}
            disabled={rows.length >= most && pastedIn === 'ja'}
            onClick={() => setIsOpen(true)}
            data-testid={`sitting-${kind}-lines`}
          >
            {t('sittings.pasteLines')}
          </Button>
        </Group>
      )}
    </fieldset>
  )
}
