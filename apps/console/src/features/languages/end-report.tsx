import type { EndPhraseReport, Language, PhraseReport } from '@akari/protocol'
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEndReport } from '../../api/phrase-review.ts'
import { Trouble } from '../../parts/trouble.tsx'
import classes from './languages.module.css'
import { PhraseText } from './phrase-text.tsx'

/** Ends a report: settled, with how, or taken back. */
export function EndReport({
  language,
  report,
  as,
  onClose,
}: {
  language: Language
  report: PhraseReport
  as: EndPhraseReport['as']
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const end = useEndReport(language)
  const [note, setNote] = useState('')
  const isReady = as === 'withdrawn' || note.trim() !== ''
  const verb = as === 'resolved' ? t('languages.reports.resolve') : t('languages.reports.takeBack')
  const title = as === 'resolved' ? t('languages.reports.resolveTitle') : verb
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) end.mutate({ id: report.id, end: { as, note } }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <blockquote className={classes.quoted}>
            <PhraseText text={report.text} language={language} />
            <span>{report.note}</span>
          </blockquote>
          {as === 'resolved' && (
            <Textarea
              label={t('languages.reports.note')}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
              maxLength={500}
              autosize
              minRows={2}
              required
              withAsterisk={false}
              data-autofocus
              data-testid="report-end-note"
            />
          )}
          <Trouble error={end.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={end.isPending} data-testid="report-end-send">
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
