import { KIOSK_LANGUAGES, type KioskLanguage } from '@akari/protocol'
import { RECORDED_PHRASES, recordedText } from '@akari/scenes'
import { Button, FileButton, SegmentedControl, Switch } from '@mantine/core'
import { IconCircleCheck, IconMicrophone, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAssets } from '../../../api/content.ts'
import { ApiError } from '../../../api/problem.ts'
import { HeardFile } from '../../../parts/heard-file.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import '../../../parts/world-fonts.ts'
import type { Workshop } from '../venue-workshop.tsx'
import { countIn, recordingOf, withRecording } from './recorded.ts'
import { useRecordingUpload } from './use-recording-upload.ts'
import classes from './recordings.module.css'

/** 録音: what the kiosk says in a person's voice where its browser has none, sentence by sentence, and what is missing. */
export function RecordingsView({
  state,
  change,
  readOnly,
}: Pick<Workshop, 'state' | 'change' | 'readOnly'>): ReactElement {
  const { t } = useTranslation()
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const [onlyMissing, setOnlyMissing] = useState(false)
  const upload = useRecordingUpload()
  const assets = useAssets().data
  const edits = state.editor.present
  const isGone = (sha256: string): boolean =>
    assets !== undefined && assets.every((asset) => asset.kind !== 'audio' || asset.sha256 !== sha256)
  const all = RECORDED_PHRASES.map((phrase) => ({ phrase, file: recordingOf(edits, language, phrase) }))
  const rows = onlyMissing ? all.filter(({ file }) => file === null || isGone(file.sha256)) : all
  return (
    <section className={classes.recordings} aria-label={t('venues.recordings.title')}>
      <div className={classes.bar}>
        <SegmentedControl
          value={language}
          onChange={(next) => setLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
          aria-label={t('venues.recordings.language')}
          data={KIOSK_LANGUAGES.map((each) => ({
            value: each,
            label: t('venues.recordings.count', {
              language: t(`language.${each}`),
              count: countIn(edits, each),
              of: RECORDED_PHRASES.length,
            }),
          }))}
        />
        <Switch
          label={t('venues.recordings.onlyMissing')}
          checked={onlyMissing}
          onChange={(event) => setOnlyMissing(event.currentTarget.checked)}
        />
      </div>
      {upload.error instanceof ApiError && upload.error.code === 'no-recording' ? (
        <p className={classes.refused} role="alert">
          {t('venues.recordings.noRecording')}
        </p>
      ) : (
        <Trouble error={upload.error} />
      )}
      {rows.length === 0 ? (
        <p className={classes.whole} role="status">
          <IconCircleCheck size={22} aria-hidden />{' '}
          {t('venues.recordings.whole', { language: t(`language.${language}`) })}
        </p>
      ) : (
        <ol className={classes.rows}>
          {rows.map(({ phrase, file }) => {
            const text = recordedText(language, phrase)
            const key = `${language} ${phrase}`
            return (
              <li key={key} data-recorded={file !== null} data-testid={`recording-${phrase}`}>
                <p lang={language}>{text}</p>
                {file === null ? (
                  <span className={classes.missing}>{t('venues.recordings.missing')}</span>
                ) : isGone(file.sha256) ? (
                  <span className={classes.missing}>{t('venues.recordings.gone')}</span>
                ) : (
                  <HeardFile sha256={file.sha256} label={text} />
                )}
                {!readOnly && (
                  <div className={classes.acts}>
                    <FileButton
                      accept="audio/*,.m4a"
                      onChange={(chosen) => {
                        if (chosen === null) return
                        upload.send(key, chosen, (recorded) =>
                          change((before) => withRecording(before, language, phrase, recorded)),
                        )
                      }}
                      inputProps={{ 'aria-label': t('venues.recordings.chooseNamed', { text }) }}
                    >
                      {(props) => (
                        <Button
                          {...props}
                          size="sm"
                          variant={file === null ? 'light' : 'default'}
                          leftSection={<IconMicrophone size={18} />}
                          loading={upload.busy === key}
                          disabled={upload.busy !== null && upload.busy !== key}
                        >
                          {t(file === null ? 'venues.recordings.choose' : 'venues.recordings.replace')}
                        </Button>
                      )}
                    </FileButton>
                    {file !== null && (
                      <Button
                        size="sm"
                        variant="subtle"
                        color="vermilion"
                        leftSection={<IconTrash size={18} />}
                        onClick={() => change((before) => withRecording(before, language, phrase, null))}
                        aria-label={t('venues.recordings.removeNamed', { text })}
                      >
                        {t('venues.recordings.remove')}
                      </Button>
                    )}
                  </div>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}
