import type { Errand, Faq } from '@akari/protocol'
import { Button, Tabs } from '@mantine/core'
import { newId } from '@akari/scenes'
import { IconHelpCircle, IconListSearch, IconPlus, IconReplace } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../../parts/empty.tsx'
import { matches } from '../../../parts/matching.ts'
import { SearchField } from '../../../parts/search-field.tsx'
import { everyLanguage, useTextIn } from '../../../parts/texts-in.ts'
import { moved, put, without } from '../model/changes.ts'
import { nameOfPlace } from '../model/place-options.ts'
import { RecordingsView } from '../recordings/recordings-view.tsx'
import type { Workshop } from '../venue-workshop.tsx'
import { OrderedTable } from './ordered-table.tsx'
import { inRank, ranked } from './ranks.ts'
import { ErrandDrawer, FaqDrawer, SynonymDrawer } from './word-drawers.tsx'
import { WrittenIn } from './written-in.tsx'
import classes from './words.module.css'

const KINDS = ['errands', 'faqs', 'synonyms', 'recordings'] as const
type Kind = (typeof KINDS)[number]
/** What is a table of its own, with a drawer for each row. */
type Listed = Exclude<Kind, 'recordings'>
type Opened =
  | { of: 'errands'; errand: Errand; isNew: boolean }
  | { of: 'faqs'; faq: Faq; isNew: boolean }
  | { of: 'synonyms'; words: string[]; index: number | null }

/** 用件, よくある質問 and words of the same meaning: what visitors ask, and where that leads. */
export function WordsView({ state, change, kit, readOnly }: Workshop): ReactElement {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind>('errands')
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<Opened | null>(null)
  const edits = state.editor.present
  const fresh = (of: Listed): Opened => {
    const id = newId()
    if (of === 'errands')
      return { of, errand: { id, name: { ja: '' }, placeId: '', words: [], rank: null }, isNew: true }
    if (of === 'faqs')
      return { of, faq: { id, question: { ja: '' }, answer: { ja: '' }, placeId: null, words: [] }, isNew: true }
    return { of, words: [], index: null }
  }
  return (
    <div className={classes.words}>
      <div className={classes.bar}>
        <Tabs value={kind} onChange={(next) => setKind(KINDS.find((each) => each === next) ?? 'errands')}>
          <Tabs.List>
            {KINDS.map((each) => (
              <Tabs.Tab key={each} value={each} data-testid={`words-${each}`}>
                {t(`venues.words.${each}.title`)} <span className={classes.number}>{edits[each]?.length ?? 0}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {KINDS.map((each) => (
            <Tabs.Panel key={each} value={each}>
              <p className={classes.lead}>{t(`venues.words.${each}.lead`)}</p>
            </Tabs.Panel>
          ))}
        </Tabs>
        {kind !== 'recordings' && (
          <div className={classes.acts}>
            <SearchField value={search} onChange={setSearch} label={t('venues.words.search')} />
            {!readOnly && (
              <Button
                leftSection={<IconPlus size={18} />}
                onClick={() => setOpened(fresh(kind))}
                data-testid="words-add"
              >
                {t(`venues.words.${kind}.add`)}
              </Button>
            )}
          </div>
        )}
      </div>
      {kind === 'recordings' ? (
        <RecordingsView state={state} change={change} readOnly={readOnly} />
      ) : (
        <TableOf
          kind={kind}
          search={search}
          state={state}
          change={change}
          kit={kit}
          readOnly={readOnly}
          onOpen={setOpened}
        />
      )}
      {opened?.of === 'errands' && (
        <ErrandDrawer
          begin={opened.errand}
          isNew={opened.isNew}
          model={kit.model}
          onClose={() => setOpened(null)}
          onDone={(errand) => {
            change((before) => ({ ...before, errands: ranked(inRank(put(before.errands, errand))) }))
            setOpened(null)
          }}
        />
      )}
      {opened?.of === 'faqs' && (
        <FaqDrawer
          begin={opened.faq}
          isNew={opened.isNew}
          model={kit.model}
          onClose={() => setOpened(null)}
          onDone={(faq) => {
            change((before) => ({ ...before, faqs: put(before.faqs, faq) }))
            setOpened(null)
          }}
        />
      )}
      {opened?.of === 'synonyms' && (
        <SynonymDrawer
          begin={opened.words}
          isNew={opened.index === null}
          onClose={() => setOpened(null)}
          onDone={(words) => {
            const { index } = opened
            change((before) => ({
              ...before,
              synonyms:
                index === null
                  ? [...before.synonyms, words]
                  : before.synonyms.map((each, n) => (n === index ? words : each)),
            }))
            setOpened(null)
          }}
        />
      )}
    </div>
  )
}

function TableOf({
  kind,
  search,
  state,
  change,
  kit,
  readOnly,
  onOpen,
}: Pick<Workshop, 'state' | 'change' | 'kit' | 'readOnly'> & {
  kind: Listed
  search: string
  onOpen: (opened: Opened) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { errands, faqs, synonyms } = state.editor.present
  const place = (id: string | null): ReactElement => {
    const name = id === null ? null : nameOfPlace(kit.model, id)
    if (id === null) return <span className={classes.nowhere}>{t('venues.words.noPlace')}</span>
    return name === null ? <span className={classes.lost}>{t('venues.words.lostPlace')}</span> : <>{textIn(name)}</>
  }
  const table = { search, readOnly }
  switch (kind) {
    case 'errands':
      if (errands.length === 0) return <NoWords kind={kind} />
      return (
        <OrderedTable
          {...table}
          heads={[
            t('venues.words.errands.name'),
            t('venues.words.place'),
            t('venues.words.errands.first'),
            t('venues.words.written'),
          ]}
          rows={inRank(errands).map((errand) => ({
            key: errand.id,
            name: textIn(errand.name),
            isFound: matches(search, [...everyLanguage(errand.name), ...errand.words]),
            cells: [
              <b key="name">{textIn(errand.name)}</b>,
              place(errand.placeId),
              errand.rank === null ? '' : t('venues.words.errands.rank', { rank: errand.rank + 1 }),
              <WrittenIn key="written" texts={[errand.name]} />,
            ],
            onOpen: () => onOpen({ of: 'errands', errand, isNew: false }),
            onDelete: () =>
              change((before) => ({ ...before, errands: ranked(inRank(without(before.errands, errand.id))) })),
          }))}
          onMove={(from, to) =>
            change((before) => ({ ...before, errands: ranked(moved(inRank(before.errands), from, to)) }))
          }
        />
      )
    case 'faqs':
      if (faqs.length === 0) return <NoWords kind={kind} />
      return (
        <OrderedTable
          {...table}
          heads={[t('venues.words.faqs.question'), t('venues.words.place'), t('venues.words.written')]}
          rows={faqs.map((faq) => ({
            key: faq.id,
            name: textIn(faq.question),
            isFound: matches(search, [...everyLanguage(faq.question), ...everyLanguage(faq.answer), ...faq.words]),
            cells: [
              <span key="question" className={classes.question}>
                <b>{textIn(faq.question)}</b>
                <small>{textIn(faq.answer)}</small>
              </span>,
              place(faq.placeId),
              <WrittenIn key="written" texts={[faq.question, faq.answer]} />,
            ],
            onOpen: () => onOpen({ of: 'faqs', faq, isNew: false }),
            onDelete: () => change((before) => ({ ...before, faqs: without(before.faqs, faq.id) })),
          }))}
          onMove={(from, to) => change((before) => ({ ...before, faqs: moved(before.faqs, from, to) }))}
        />
      )
    case 'synonyms':
      if (synonyms.length === 0) return <NoWords kind={kind} />
      return (
        <OrderedTable
          {...table}
          heads={[t('venues.words.synonyms.words')]}
          rows={synonyms.map((words, index) => ({
            key: `${index} ${words.join(' ')}`,
            name: words[0] ?? '',
            isFound: matches(search, words),
            cells: [
              <span key="words" className={classes.chips}>
                {words.map((word) => (
                  <span key={word}>{word}</span>
                ))}
              </span>,
            ],
            onOpen: () => onOpen({ of: 'synonyms', words, index }),
            onDelete: () =>
              change((before) => ({ ...before, synonyms: before.synonyms.filter((_, n) => n !== index) })),
          }))}
          onMove={(from, to) => change((before) => ({ ...before, synonyms: moved(before.synonyms, from, to) }))}
        />
      )
  }
}

const ICONS = { errands: IconListSearch, faqs: IconHelpCircle, synonyms: IconReplace }

function NoWords({ kind }: { kind: Listed }): ReactElement {
  const { t } = useTranslation()
  return <Empty icon={ICONS[kind]} title={t(`venues.words.${kind}.empty`)} hint={t(`venues.words.${kind}.emptyHint`)} />
}
