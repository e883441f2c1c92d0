import { CAPTION_LENGTH, type TranscriptCaption } from '@akari/protocol'
import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type KeyboardEvent, type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorrectCaption } from '../../api/captions.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { useUnkeptForm } from '../../parts/use-unkept-form.ts'
import classes from './captions.module.css'

/** A caption in the hands of the clerk: Enter puts it right, Escape leaves it, after a question where it was written in. */
export function CaptionEditor({
  transcriptId,
  caption,
  onWritten,
  onDone,
}: {
  transcriptId: string
  caption: TranscriptCaption
  /** Whether something would be lost if it was closed. */
  onWritten: (isWritten: boolean) => void
  onDone: () => void
}): ReactElement {
  const { t } = useTranslation()
  const correct = useCorrectCaption(transcriptId)
  const { draft, setDraft, isWritten, close } = useDrawerDraft({
    begin: () => ({ text: caption.text, speaker: caption.speaker ?? '' }),
    saving: correct.isPending,
    onClose: onDone,
  })
  const { text, speaker } = draft
  const { leave, outcome } = useUnkeptForm({ isWritten, saving: correct.isPending, onSaved: onDone })
  useEffect(() => onWritten(isWritten), [isWritten, onWritten])
  const save = (): void => {
    const { segmentId, language, version } = caption
    const named = speaker.trim()
    const correction = { language, text, speaker: named === '' ? null : named, version }
    correct.mutate({ segmentId, correction }, outcome)
  }
  const byKey = (event: KeyboardEvent): void => {
    // Enter chooses a word while Japanese is being written; it is not meant for us.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') close()
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
        onChange={(event) => setDraft({ ...draft, speaker: event.currentTarget.value })}
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
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
        onKeyDown={byKey}
        data-testid="caption-text"
      />
      <Trouble error={correct.error} />
      <Group>
        <Button onClick={save} loading={correct.isPending} disabled={text.trim() === ''} data-testid="caption-correct">
          {t('captions.correct')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('common.stop')}
        </Button>
      </Group>
      <LeaveGuard leave={leave} armed={isWritten} onDiscard={null} />
    </div>
  )
}
