import { type Id, Language, TRANSCRIPT_FORMATS, type TranscriptView } from '@akari/protocol'
import { Button, Group, Select } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { exportAddress, useExportSummary } from '../../api/captions.ts'
import card from '../../parts/card.module.css'
import { useWhen } from '../../parts/when.ts'
import classes from './captions.module.css'

/** The transcript as a file, of one language. */
export function ExportCard({ transcript: { id, languages } }: { transcript: TranscriptView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const [chosen, setChosen] = useState<Language>(languages[0] ?? 'ja')
  const [recording, setRecording] = useState<Id>()
  const summary = useExportSummary(id, { language: chosen, recordingId: recording }).data
  const recordings = summary?.recordings ?? []
  return (
    <section className={card.card} aria-labelledby="captions-export">
      <h2 id="captions-export">{t('captions.export')}</h2>
      <Select
        label={t('captions.language')}
        value={chosen}
        allowDeselect={false}
        onChange={(value) => setChosen(Language.safeParse(value).data ?? 'ja')}
        data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      />
      {recordings.length > 1 && (
        <Select
          mt="sm"
          label={t('captions.recording')}
          value={summary?.recordingId ?? null}
          allowDeselect={false}
          onChange={(value) => setRecording(value ?? undefined)}
          data={recordings.map(({ id: value, startedAt }, at) => ({
            value,
            label: t('captions.nthRecording', { n: at + 1, at: when.dayAndTime(startedAt) }),
          }))}
          data-testid="caption-export-recording"
        />
      )}
      <Group mt="sm" gap="xs">
        {TRANSCRIPT_FORMATS.map((format) => (
          <Button
            key={format}
            component="a"
            href={exportAddress(id, { format, language: chosen, recordingId: recording })}
            download
            variant="default"
            leftSection={<IconDownload size={18} />}
            data-testid={`caption-export-${format}`}
          >
            {t(`captions.format.${format}`)}
          </Button>
        ))}
      </Group>
      {summary !== undefined && summary.leftOut > 0 && (
        <p className={classes.leftOut} role="status" data-testid="caption-left-out">
          {t('captions.leftOut', { count: summary.leftOut, of: summary.captions })}
        </p>
      )}
      {summary !== undefined && <p className={classes.quiet}>{t(`captions.timedBy.${summary.timedBy}`)}</p>}
    </section>
  )
}
