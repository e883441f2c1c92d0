import { Chip, Group } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TextsField } from '../../../parts/texts-field.tsx'
import { useTextIn } from '../../../parts/texts-in.ts'
import { type ClosureDraft, REASONS } from './closure-draft.ts'

/** Why it is closed, in the words that visitors read. */
export function WhyStep({
  draft,
  onChange,
}: {
  draft: ClosureDraft
  onChange: (draft: ClosureDraft) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  return (
    <>
      <Chip.Group
        value={Object.keys(REASONS).find((name) => REASONS[name]?.ja === draft.reason.ja) ?? ''}
        onChange={(name) => {
          const reason = typeof name === 'string' ? REASONS[name] : undefined
          if (reason !== undefined) onChange({ ...draft, reason })
        }}
      >
        <Group gap={6} mb="xs">
          {Object.entries(REASONS).map(([name, texts]) => (
            <Chip key={name} value={name} data-testid={`reason-${name}`}>
              {textIn(texts)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <TextsField
        label={t('venues.closures.ownWords')}
        value={draft.reason}
        onChange={(reason) => onChange({ ...draft, reason })}
        testId="closure-reason"
      />
    </>
  )
}
