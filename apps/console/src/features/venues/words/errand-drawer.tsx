import type { Errand, VenueModel } from '@akari/protocol'
import { Select, Switch, TagsInput } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useDrawerDraft } from '../../../parts/use-drawer-draft.ts'
import { placeOptions } from '../model/place-options.ts'
import { SideBySide } from './side-by-side.tsx'
import { WordDrawer } from './word-drawer.tsx'

/** One 用件: what people come for, where it is done, and what else they call it. */
export function ErrandDrawer({
  errand,
  isNew,
  model,
  onClose,
  onDone,
}: {
  errand: Errand
  isNew: boolean
  model: VenueModel
  onClose: () => void
  onDone: (errand: Errand) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { draft, setDraft, close } = useDrawerDraft({ begin: () => errand, saving: false, onClose })
  const change = (part: Partial<Errand>): void => setDraft({ ...draft, ...part })
  const missing = draft.name.ja.trim() === '' ? 'name' : draft.placeId === '' ? 'place' : null
  return (
    <WordDrawer
      title={t(isNew ? 'venues.words.errands.add' : 'venues.words.errands.edit')}
      missing={missing === null ? null : t(`venues.words.missingField.${missing}`)}
      onClose={close}
      onDone={() => onDone(draft)}
    >
      <SideBySide
        fields={[
          {
            label: t('venues.words.errands.name'),
            value: draft.name,
            onChange: (name) => change({ name }),
            lines: 1,
            testId: 'errand-name',
          },
        ]}
      />
      <Select
        label={t('venues.words.place')}
        description={t('venues.words.errands.placeHint')}
        data={placeOptions(model, 'places', textIn)}
        value={draft.placeId === '' ? null : draft.placeId}
        onChange={(placeId) => change({ placeId: placeId ?? '' })}
        searchable
        nothingFoundMessage={t('venues.notFound')}
        data-testid="errand-place"
      />
      <TagsInput
        label={t('venues.words.otherWords')}
        description={t('venues.words.otherWordsHint')}
        value={draft.words}
        onChange={(words) => change({ words })}
        maxTags={100}
        maxLength={80}
      />
      <Switch
        label={t('venues.words.errands.firstPage')}
        description={t('venues.words.errands.firstPageHint')}
        checked={draft.rank !== null}
        onChange={(event) => change({ rank: event.currentTarget.checked ? 99 : null })}
      />
    </WordDrawer>
  )
}
