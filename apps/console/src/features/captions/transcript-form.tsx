import type { TranscriptView } from '@akari/protocol'
import { Button, Stack, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveTranscript } from '../../api/captions.ts'
import { MomentField } from '../../parts/moment-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'

const MINUTE_MS = 60_000

/** What a transcript is called and when it was; null for a new one. */
export function TranscriptForm({
  transcript,
  onSaved,
}: {
  transcript: TranscriptView | null
  onSaved: (saved: TranscriptView) => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveTranscript()
  const [title, setTitle] = useState(transcript?.title ?? '')
  const [startsAt, setStartsAt] = useState(
    () => transcript?.startsAt ?? new Date(Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS).toISOString(),
  )
  const [recordedFrom, setRecordedFrom] = useState(transcript?.recordedFrom ?? null)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const input = { title, startsAt, recordedFrom, version: transcript?.version ?? 0 }
        save.mutate({ id: transcript?.id ?? null, transcript: input }, { onSuccess: onSaved })
      }}
    >
      <Stack>
        <TextInput
          label={t('captions.name')}
          placeholder={t('captions.namePlaceholder')}
          value={title}
          maxLength={120}
          required
          onChange={(event) => setTitle(event.currentTarget.value)}
          data-testid="transcript-title"
        />
        <MomentField
          label={t('captions.startsAt')}
          value={startsAt}
          required
          onChange={(at) => at !== null && setStartsAt(at)}
        />
        <MomentField
          label={t('captions.recordedFrom')}
          placeholder={t('captions.fromFirst')}
          value={recordedFrom}
          onChange={setRecordedFrom}
        />
        <Trouble error={save.error} />
        <Button type="submit" loading={save.isPending} disabled={title.trim() === ''} data-testid="transcript-save">
          {t('captions.save')}
        </Button>
      </Stack>
    </form>
  )
}
