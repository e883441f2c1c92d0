import { CAPTION_LENGTH, type TranscriptCaption } from '@akari/protocol'
import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorrectCaption } from '../../api/captions.ts'
import { Trouble } from '../../parts/trouble.tsx'
import classes from './captions.module.css'

/** A caption in the hands of the clerk: Enter puts it right, Escape leaves it. */
export function CaptionEditor({
  transcriptId,
  caption,
  onDone,
}: {
  transcriptId: string
  caption: TranscriptCaption
  onDone: () => void
}): ReactElement {
  const { t } = useTranslation()
  const correct = useCorrectCaption(transcriptId)
  const [text, setText] = useState(caption.text)
  const [speaker, setSpeaker] = useState(caption.speaker ?? '')
  const save = (): void => {
    const { segmentId, language, version } = caption
    const named = speaker.trim()
    const correction = { language, text, speaker: named === '' ? null : named, version }
    correct.mutate({ segmentId, correction }, { onSuccess: onDone })
  }
  const byKey = (event: KeyboardEvent): void => {
    // Enter chooses a word while Japanese is being written; it is not meant for us.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onDone()
    if (event.key !== 'Enter' || event.shiftKey || text.trim() === '') return
    event.preventDefault()
    save()
  }
  return (
    <div className={classes.editor}>
      <TextInput
        label={t('captions.speaker')}
        value={speaker}
        maxLength={120}
        onChange={(event) => setSpeaker(event.currentTarget.value)}
        onKeyDown={byKey}
      />
      <Textarea
        label={t('captions.text')}
        lang={caption.language}
        value={text}
        autosize
        minRows={2}
        maxLength={CAPTION_LENGTH}
        data-autofocus
        autoFocus
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={byKey}
        data-testid="caption-text"
      />
      <Trouble error={correct.error} />
      <Group>
        <Button onClick={save} loading={correct.isPending} disabled={text.trim() === ''} data-testid="caption-correct">
          {t('captions.correct')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.stop')}
        </Button>
      </Group>
    </div>
  )
}
