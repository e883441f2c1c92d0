import type { Errand, Faq, VenueModel } from '@akari/protocol'
import { Select, Switch, TagsInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { placeOptions } from '../model/place-options.ts'
import { SideBySide } from './side-by-side.tsx'
import { WordDrawer, type WordProps } from './word-drawer.tsx'

/** One 用件: what people come for, where it is done, and what else they call it. */
export function ErrandDrawer({ isNew, model, ...drawer }: WordProps<Errand> & { model: VenueModel }): ReactElement {
  const { t } = useTranslation()
  return (
    <WordDrawer
      {...drawer}
      title={t(isNew ? 'venues.words.errands.add' : 'venues.words.errands.edit')}
      missingOf={({ name, placeId }) => {
        if (name.ja.trim() === '') return t('venues.words.missingField.name')
        return placeId === '' ? t('venues.words.missingField.place') : null
      }}
    >
      {(draft, setDraft) => (
        <>
          <SideBySide
            fields={[
              {
                label: t('venues.words.errands.name'),
                value: draft.name,
                onChange: (name) => setDraft({ ...draft, name }),
                lines: 1,
                testId: 'errand-name',
              },
            ]}
          />
          <PlaceField
            model={model}
            hint={t('venues.words.errands.placeHint')}
            value={draft.placeId === '' ? null : draft.placeId}
            onChange={(placeId) => setDraft({ ...draft, placeId: placeId ?? '' })}
            testId="errand-place"
          />
          <OtherWords value={draft.words} onChange={(words) => setDraft({ ...draft, words })} />
          <Switch
            label={t('venues.words.errands.firstPage')}
            description={t('venues.words.errands.firstPageHint')}
            checked={draft.rank !== null}
            onChange={(event) => setDraft({ ...draft, rank: event.currentTarget.checked ? 99 : null })}
          />
        </>
      )}
    </WordDrawer>
  )
}

/** One よくある質問: question, answer, and where to go with it. */
export function FaqDrawer({ isNew, model, ...drawer }: WordProps<Faq> & { model: VenueModel }): ReactElement {
  const { t } = useTranslation()
  return (
    <WordDrawer
      {...drawer}
      title={t(isNew ? 'venues.words.faqs.add' : 'venues.words.faqs.edit')}
      missingOf={({ question, answer }) => {
        if (question.ja.trim() === '') return t('venues.words.missingField.question')
        return answer.ja.trim() === '' ? t('venues.words.missingField.answer') : null
      }}
    >
      {(draft, setDraft) => (
        <>
          <SideBySide
            fields={[
              {
                label: t('venues.words.faqs.question'),
                value: draft.question,
                onChange: (question) => setDraft({ ...draft, question }),
                lines: 1,
                testId: 'faq-question',
              },
              {
                label: t('venues.words.faqs.answer'),
                value: draft.answer,
                onChange: (answer) => setDraft({ ...draft, answer }),
                lines: 4,
                testId: 'faq-answer',
              },
            ]}
          />
          <PlaceField
            model={model}
            hint={t('venues.words.faqs.placeHint')}
            placeholder={t('venues.words.noPlace')}
            value={draft.placeId}
            onChange={(placeId) => setDraft({ ...draft, placeId })}
            testId="faq-place"
          />
          <OtherWords value={draft.words} onChange={(words) => setDraft({ ...draft, words })} />
        </>
      )}
    </WordDrawer>
  )
}

/** Words that mean the same when somebody searches. */
export function SynonymDrawer({ isNew, ...drawer }: WordProps<string[]>): ReactElement {
  const { t } = useTranslation()
  return (
    <WordDrawer
      {...drawer}
      title={t(isNew ? 'venues.words.synonyms.add' : 'venues.words.synonyms.edit')}
      missingOf={(words) => (words.length < 2 ? t('venues.words.missingField.words') : null)}
    >
      {(words, setWords) => (
        <TagsInput
          label={t('venues.words.synonyms.words')}
          description={t('venues.words.synonyms.hint')}
          value={words}
          onChange={setWords}
          maxTags={50}
          maxLength={80}
          data-autofocus
        />
      )}
    </WordDrawer>
  )
}

/** Where it is done; with a placeholder, it may be nowhere. */
function PlaceField({
  model,
  hint,
  placeholder,
  value,
  onChange,
  testId,
}: {
  model: VenueModel
  hint: string
  placeholder?: string
  value: string | null
  onChange: (placeId: string | null) => void
  testId: string
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <Select
      label={t('venues.words.place')}
      description={hint}
      {...(placeholder === undefined ? {} : { placeholder, clearable: true })}
      data={placeOptions(model, 'places', textIn)}
      value={value}
      onChange={onChange}
      searchable
      nothingFoundMessage={t('venues.notFound')}
      data-testid={testId}
    />
  )
}

/** What else people call it. */
function OtherWords({ value, onChange }: { value: string[]; onChange: (words: string[]) => void }): ReactElement {
  const { t } = useTranslation()
  return (
    <TagsInput
      label={t('venues.words.otherWords')}
      description={t('venues.words.otherWordsHint')}
      value={value}
      onChange={onChange}
      maxTags={100}
      maxLength={80}
    />
  )
}
