import { TagsInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDrawerDraft } from '../../../parts/use-drawer-draft.ts'
import { WordDrawer } from './word-drawer.tsx'

/** Words that mean the same when somebody searches. */
export function SynonymDrawer({
  words,
  isNew,
  onClose,
  onDone,
}: {
  words: string[]
  isNew: boolean
  onClose: () => void
  onDone: (words: string[]) => void
}): ReactElement {
  const { t } = useTranslation()
  const { draft, setDraft, close } = useDrawerDraft({ begin: () => words, saving: false, onClose })
  return (
    <WordDrawer
      title={t(isNew ? 'venues.words.synonyms.add' : 'venues.words.synonyms.edit')}
      missing={draft.length < 2 ? t('venues.words.missingField.words') : null}
      onClose={close}
      onDone={() => onDone(draft)}
    >
      <TagsInput
        label={t('venues.words.synonyms.words')}
        description={t('venues.words.synonyms.hint')}
        value={draft}
        onChange={setDraft}
        maxTags={50}
        maxLength={80}
        data-autofocus
      />
    </WordDrawer>
  )
}
