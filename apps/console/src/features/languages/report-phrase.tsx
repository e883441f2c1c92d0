import type { Language, PhraseInReview } from '@akari/protocol'
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReportPhrase } from '../../api/phrase-review.ts'
import { useMay } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import classes from './languages.module.css'
import { PhraseText } from './phrase-text.tsx'

/** «この文はおかしい»: anybody may say so; who decides about alerts may hold the language back until it is settled. */
export function ReportPhrase({
  language: tag,
  phrase,
  holdable,
  onClose,
}: {
  language: Language
  phrase: PhraseInReview
  /** May an emergency do without this language at all? */
  holdable: boolean
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const report = useReportPhrase(tag)
  const mayHold = useMay('alerts') && holdable
  const language = t(`languageIn.${tag}`)
  const [note, setNote] = useState('')
  const [holds, setHolds] = useState(false)
  const isReady = note.trim() !== ''
  return (
    <Modal opened onClose={onClose} title={t('languages.report.title')} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) report.mutate({ key: phrase.key, note, holds }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <blockquote className={classes.quoted}>
            <PhraseText text={phrase.texts[tag] ?? ''} language={tag} />
            {tag !== 'ja' && <PhraseText text={phrase.texts.ja} language="ja" />}
          </blockquote>
          <Text>{t('languages.report.lead')}</Text>
          <Textarea
            label={t('languages.report.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={3}
            required
            withAsterisk={false}
            data-autofocus
            data-testid="report-note"
          />
          {mayHold && (
            <Checkbox
              label={t('languages.report.holds', { language })}
              description={t('languages.report.holdsHint')}
              checked={holds}
              onChange={(event) => setHolds(event.currentTarget.checked)}
              data-testid="report-holds"
            />
          )}
          <Trouble error={report.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={report.isPending} data-testid="report-send">
              {t('languages.report.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
