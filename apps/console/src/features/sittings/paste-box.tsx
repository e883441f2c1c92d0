import type { KioskLanguage } from '@akari/protocol'
import { folded } from '@akari/wayfinding'
import { Alert, Button, Group, Stack, Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Added, Filled, Taken } from './pasted-into.ts'
import type { PastedRows } from './sitting-draft.ts'
import classes from './said-rows.module.css'

/** What a row is made of: the number before it, what it is called, and the office and party behind it. */
export type RowParts = { before: string; main: string; behind: string }

/** Lines of text to be taken into rows: where each would go is seen before it is taken, and what finds no place stays here. */
export function PasteBox<T>({
  hint,
  rows,
  lines,
  language,
  takenOf,
  sayRow,
  partsOf,
  onPaste,
  onTake,
  onStop,
  kind,
}: {
  hint: string
  rows: readonly T[]
  lines: string
  language: KioskLanguage
  takenOf: (text: string) => Taken<T>
  sayRow: (row: T) => string
  partsOf: (row: T) => RowParts
  onPaste: (text: string) => void
  onTake: (taken: Taken<T>) => void
  onStop: () => void
  /** Begins the names that tests find things by. */
  kind: PastedRows
}): ReactElement {
  const { t } = useTranslation()
  const taken = takenOf(lines)
  const filled = taken.into?.filter(({ text }) => text !== null).length ?? taken.added.length
  const isAll = taken.left.length === 0 && (taken.into === null || filled === rows.length)
  return (
    <Stack gap="xs">
      <Textarea
        label={t('sittings.paste', { language: t(`languageIn.${language}`) })}
        description={language === 'ja' ? hint : t(`sittings.pasteInto.${kind}`)}
        lang={language}
        autosize
        minRows={4}
        maxRows={12}
        value={lines}
        onChange={(event) => onPaste(event.currentTarget.value)}
        data-testid={`sitting-${kind}-paste`}
      />
      {lines !== '' && !isAll && (
        <Alert color="yellow" role="status" data-testid={`sitting-${kind}-uneven`}>
          {taken.left.length > 0 && (
            <p>{t(taken.into === null ? 'sittings.pasteFull' : 'sittings.pasteOver', { count: taken.left.length })}</p>
          )}
          {taken.into !== null && rows.length > filled && (
            <p>{t('sittings.pasteShort', { count: rows.length - filled })}</p>
          )}
        </Alert>
      )}
      {lines !== '' && taken.into !== null && rows.length > 0 && (
        <Places rows={rows} into={taken.into} language={language} sayRow={sayRow} kind={kind} />
      )}
      {lines !== '' && taken.added.length > 0 && <Rows added={taken.added} partsOf={partsOf} kind={kind} />}
      <Group gap="xs">
        <Button size="xs" disabled={filled === 0} onClick={() => onTake(taken)} data-testid={`sitting-${kind}-take`}>
          {isAll || filled === 0 ? t('sittings.takeLines') : t('sittings.takeSome', { count: filled })}
        </Button>
        <Button size="xs" variant="default" onClick={onStop}>
          {t('common.stop')}
        </Button>
      </Group>
    </Stack>
  )
}

/** The rows that lines become, part by part; the line itself beneath where something of it is left out or elsewhere. */
function Rows<T>({
  added,
  partsOf,
  kind,
}: {
  added: readonly Added<T>[]
  partsOf: (row: T) => RowParts
  kind: PastedRows
}): ReactElement {
  const { t } = useTranslation()
  return (
    <ol className={classes.pastedPlaces} aria-label={t('sittings.pasteRows')} data-testid={`sitting-${kind}-rows`}>
      {added.map(({ row, line }, index) => {
        const { before, main, behind } = partsOf(row)
        return (
          <li key={index}>
            <p className={classes.pastedRow}>
              {before !== '' && <i>{before}</i>}
              <b>{main}</b>
              {behind !== '' && <i>{behind}</i>}
            </p>
            {folded(line) !== folded(before + main + behind) && <small>{t('sittings.pastedLine', { line })}</small>}
          </li>
        )
      })}
    </ol>
  )
}

function Places<T>({
  rows,
  into,
  language,
  sayRow,
  kind,
}: {
  rows: readonly T[]
  into: readonly Filled[]
  language: KioskLanguage
  sayRow: (row: T) => string
  kind: PastedRows
}): ReactElement {
  const { t } = useTranslation()
  return (
    <ol className={classes.pastedPlaces} aria-label={t('sittings.pastePlaces')} data-testid={`sitting-${kind}-places`}>
      {into.map(({ index, text, before }) => {
        const row = rows[index]
        return (
          <li key={index}>
            <span>{row === undefined ? '' : sayRow(row)}</span>
            {text === null ? (
              <small>{t('sittings.pasteKept')}</small>
            ) : (
              <b lang={language}>
                {before !== null && (
                  <>
                    <del>{before}</del>{' '}
                  </>
                )}
                {text}
              </b>
            )}
          </li>
        )
      })}
    </ol>
  )
}
