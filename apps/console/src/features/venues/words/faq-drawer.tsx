import type { Faq, VenueModel } from '@akari/protocol'
import { Select, TagsInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useDrawerDraft } from '../../../parts/use-drawer-draft.ts'
import { placeOptions } from '../model/place-options.ts'
import { SideBySide } from './side-by-side.tsx'
import { WordDrawer } from './word-drawer.tsx'

/** One よくある質問: question, answer, and where to go with it. */
export function FaqDrawer({
  faq,
  isNew,
  model,
  onClose,
  onDone,
}: {
  faq: Faq
  isNew: boolean
  model: VenueModel
  onClose: () => void
  onDone: (faq: Faq) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { draft, setDraft, close } = useDrawerDraft({ begin: () => faq, saving: false, onClose })
  const change = (part: Partial<Faq>): void => setDraft({ ...draft, ...part })
  const missing = draft.question.ja.trim() === '' ? 'question' : draft.answer.ja.trim() === '' ? 'answer' : null
  return (
    <WordDrawer
      title={t(isNew ? 'venues.words.faqs.add' : 'venues.words.faqs.edit')}
      missing={missing === null ? null : t(`venues.words.missingField.${missing}`)}
      onClose={close}
      onDone={() => onDone(draft)}
    >
      <SideBySide
        fields={[
          {
            label: t('venues.words.faqs.question'),
            value: draft.question,
            onChange: (question) => change({ question }),
            lines: 1,
            testId: 'faq-question',
          },
          {
            label: t('venues.words.faqs.answer'),
            value: draft.answer,
            onChange: (answer) => change({ answer }),
            lines: 4,
            testId: 'faq-answer',
          },
        ]}
      />
      <Select
        label={t('venues.words.place')}
        description={t('venues.words.faqs.placeHint')}
        placeholder={t('venues.words.noPlace')}
        data={placeOptions(model, 'places', textIn)}
        value={draft.placeId}
        onChange={(placeId) => change({ placeId })}
        searchable
        clearable
        nothingFoundMessage={t('venues.notFound')}
      />
      <TagsInput
        label={t('venues.words.otherWords')}
        description={t('venues.words.otherWordsHint')}
        value={draft.words}
        onChange={(words) => change({ words })}
        maxTags={100}
        maxLength={80}
      />
    </WordDrawer>
  )
}
