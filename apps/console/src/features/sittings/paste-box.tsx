import type { KioskLanguage } from '@akari/protocol'
import { Alert, Button, Group, Stack, Textarea } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filled, Taken } from './pasted-into.ts'
import type { PastedRows } from './sitting-draft.ts'
import classes from './sittings.module.css'

/** Lines of text to be taken into rows: where each would go is seen before it is taken, and what finds no place stays here. */
export function PasteBox<T>({
  hint,
  rows,
  lines,
  language,
  takenOf,
  sayRow,
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
  onPaste: (text: string) => void
  onTake: (taken: Taken<T>) => void
  onStop: () => void
  /** Begins the names that tests find things by. */
  kind: PastedRows
}): ReactElement {
  const { t } = useTranslation()
  const taken = takenOf(lines)
  const filled = taken.into?.filter(({ text }) => text !== null).length ?? taken.rows.length - rows.length
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
