import type { KioskLanguage } from '@akari/protocol'
import { NumberInput, SegmentedControl, Stack, Switch } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { OneText } from '../../parts/one-text.tsx'
import type { BoardDraft } from '../../parts/scene-of-draft.ts'
import type { BoardFieldsProps } from './board-fields-props.ts'
import { BusMapFields } from './bus-map-fields.tsx'
import { DeparturesFields } from './departures-fields.tsx'
import { FeedSelect } from './feed-select.tsx'
import { TodayFields } from './today-fields.tsx'
import { TownMapFields } from './town-map-fields.tsx'
import { WifiFields } from './wifi-fields.tsx'

/** The form of a board: its title, and what its kind asks for. */
export function BoardFields({
  draft,
  language,
  onChange,
}: {
  draft: BoardDraft
  language: KioskLanguage
  onChange: (part: Partial<BoardDraft>, about: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Stack gap="md">
      <OneText
        label={t('boards.field.title')}
        value={draft.title}
        language={language}
        fault={undefined}
        onChange={(title) => onChange({ title }, `title ${language}`)}
        testId="board-title"
      />
      <OwnFields board={draft.board} language={language} onChange={(board, about) => onChange({ board }, about)} />
    </Stack>
  )
}

function OwnFields({ board, language, onChange }: BoardFieldsProps): ReactElement {
  const { t } = useTranslation()
  switch (board.kind) {
    case 'departures':
      return <DeparturesFields board={board} language={language} onChange={onChange} />
    case 'busMap':
      return <BusMapFields board={board} language={language} onChange={onChange} />
    case 'townMap':
      return <TownMapFields board={board} language={language} onChange={onChange} />
    case 'weather':
      return (
        <FeedSelect kind="weather" value={board.feedId} onChange={(feedId) => onChange({ ...board, feedId }, 'feed')} />
      )
    case 'news':
      return (
        <>
          <FeedSelect kind="news" value={board.feedId} onChange={(feedId) => onChange({ ...board, feedId }, 'feed')} />
          <NumberInput
            label={t('boards.most')}
            description={t('boards.mostHint')}
            min={1}
            max={20}
            value={board.most ?? ''}
            onChange={(most) => {
              const { most: _before, ...others } = board
              onChange(typeof most === 'number' ? { ...board, most } : others, 'most')
            }}
          />
        </>
      )
    case 'wifi':
      return <WifiFields board={board} language={language} onChange={onChange} />
    case 'clock':
      return (
        <>
          <SegmentedControl
            aria-label={t('boards.face')}
            value={board.face}
            onChange={(face) => onChange({ ...board, face: face === 'analogue' ? 'analogue' : 'digital' }, 'face')}
            data={[
              { value: 'digital', label: t('boards.digital') },
              { value: 'analogue', label: t('boards.analogue') },
            ]}
          />
          <Switch
            label={t('boards.calendar')}
            description={t('boards.calendarHint')}
            checked={board.calendar}
            onChange={(event) => onChange({ ...board, calendar: event.currentTarget.checked }, 'calendar')}
          />
        </>
      )
    case 'today':
      return <TodayFields board={board} language={language} onChange={onChange} />
  }
}
