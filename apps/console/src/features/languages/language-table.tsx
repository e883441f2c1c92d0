import type { LanguageReview } from '@akari/protocol'
import { Table } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useWhen } from '../../parts/when.ts'
import classes from './languages.module.css'
import { StateMark } from './state-mark.tsx'
import { useAccountWords } from './who.ts'
import '../../parts/world-fonts.ts'

/** The languages as rows; the name opens the texts. */
export function LanguageTable({ languages }: { languages: readonly LanguageReview[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <Table.ScrollContainer minWidth={680}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('languages.column.language')}</Table.Th>
            <Table.Th>{t('languages.column.state')}</Table.Th>
            <Table.Th>{t('languages.column.who')}</Table.Th>
            <Table.Th ta="right">{t('languages.column.phrases')}</Table.Th>
            <Table.Th ta="right">{t('languages.column.reports')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {languages.map((review) => (
            <Row key={review.language} review={review} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Row({ review }: { review: LanguageReview }): ReactElement {
  const { t } = useTranslation()
  const { language, phrases, missing, openReports } = review
  const name = t(`languageIn.${language}`)
  return (
    <Table.Tr data-testid={`language-row-${language}`} data-state={review.state.is}>
      <Table.Th scope="row" className={classes.names ?? ''}>
        <Link to={`/languages/${language}`}>
          <b lang={language}>{t(`language.${language}`)}</b>
          <span>{name}</span>
        </Link>
      </Table.Th>
      <Table.Td>
        <StateMark review={review} />
      </Table.Td>
      <Table.Td>
        <Who review={review} />
      </Table.Td>
      <Table.Td ta="right" className="numbers">
        {phrases}
        {missing > 0 && <small className={classes.quiet}>{t('languages.missing', { count: missing })}</small>}
      </Table.Td>
      <Table.Td ta="right" className="numbers">
        {openReports === 0 ? (
          <span className={classes.quiet}>{t('languages.noReports')}</span>
        ) : (
          <b>{t('languages.reportsOpen', { count: openReports })}</b>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function Who({ review: { state } }: { review: LanguageReview }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const account = useAccountWords()
  switch (state.is) {
    case 'always':
      return <span className={classes.quiet}>{t('languages.byCity')}</span>
    case 'confirmed':
    case 'held':
    case 'changed': {
      const { name, capacity, at, by } = state.confirmation
      return (
        <span className={classes.who}>
          <b>{t('languages.by', { name, capacity })}</b>
          <small className="numbers">{t('languages.on', { at: when.full(at), by: account(by) })}</small>
        </span>
      )
    }
    case 'waiting': {
      const at = state.withdrawn?.withdrawn?.at
      return (
        <span className={classes.quiet}>
          {at === undefined ? t('languages.nobody') : t('languages.withdrawn', { at: when.full(at) })}
        </span>
      )
    }
  }
}
