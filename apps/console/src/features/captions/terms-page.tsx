import type { TermView } from '@akari/protocol'
import { Button, Table } from '@mantine/core'
import { IconPlus, IconVocabulary } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteTerm, useTerms } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { RowActions } from '../../parts/row-actions.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { everyLanguage, LANGUAGES } from '../../parts/texts-in.ts'
import { CaptionsNav } from './captions-nav.tsx'
import classes from './captions.module.css'
import { TermForm } from './term-form.tsx'

/** 用語集: how names and terms are written, what machines mishear them as, and what they are called elsewhere. */
export function TermsPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<TermView | 'new' | null>(null)
  return (
    <Page
      title={t('captions.terms.title')}
      lead={t('captions.terms.lead')}
      actions={
        <>
          <SearchField value={search} onChange={setSearch} label={t('captions.terms.search')} />
          {mayChange && (
            <Button leftSection={<IconPlus size={18} />} onClick={() => setOpened('new')} data-testid="term-new">
              {t('captions.terms.add')}
            </Button>
          )}
        </>
      }
    >
      <CaptionsNav />
      <Loaded query={useTerms()}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconVocabulary} title={t('captions.terms.emptyTitle')} hint={t('captions.terms.emptyHint')} />
          ) : (
            <Terms
              terms={all.filter(({ written, reading, heard }) =>
                matches(search, [...everyLanguage(written), reading ?? '', ...heard]),
              )}
              onEdit={mayChange ? setOpened : null}
            />
          )
        }
      </Loaded>
      {opened !== null && <TermForm term={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function Terms({
  terms,
  onEdit,
}: {
  terms: readonly TermView[]
  onEdit: ((term: TermView) => void) | null
}): ReactElement {
  const { t } = useTranslation()
  const remove = useDeleteTerm()
  return (
    <div className={card.card}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('captions.terms.written')}</Table.Th>
            <Table.Th>{t('captions.terms.reading')}</Table.Th>
            <Table.Th>{t('captions.terms.heard')}</Table.Th>
            <Table.Th>{t('captions.terms.elsewhere')}</Table.Th>
            <Table.Th aria-label={t('captions.terms.tools')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {terms.map((term) => {
            const { id, written, reading, heard } = term
            return (
              <Table.Tr key={id} data-testid={`term-${id}`}>
                <Table.Th scope="row">{written.ja}</Table.Th>
                <Table.Td lang="ja">{reading}</Table.Td>
                <Table.Td>{heard.join(t('common.listSeparator'))}</Table.Td>
                <Table.Td>
                  {LANGUAGES.filter((language) => language !== 'ja' && written[language] !== undefined).map(
                    (language) => (
                      <p key={language} lang={language} className={classes.elsewhere}>
                        {written[language]}
                      </p>
                    ),
                  )}
                </Table.Td>
                <Table.Td className={classes.right ?? ''}>
                  {onEdit !== null && (
                    <RowActions
                      name={written.ja}
                      editId={`term-edit-${id}`}
                      onEdit={() => onEdit(term)}
                      deleteText={t('captions.terms.deleteText')}
                      onDelete={() => remove.mutate(id)}
                    />
                  )}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </div>
  )
}
