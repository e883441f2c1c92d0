import type { KioskLanguage, RecordingChapter, RecordingView } from '@akari/protocol'
import { ActionIcon, Button, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveRecording } from '../../api/recordings.ts'
import { FormFoot } from '../../parts/form-foot.tsx'
import { LanguageTabs } from '../../parts/language-tabs.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { LongLine } from '../../parts/long-line.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { languagesToWrite, withText } from '../../parts/texts-in.ts'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'
import { useUnkeptForm } from '../../parts/use-unkept-form.ts'
import { clockOf, msOf } from './lengths.ts'
import classes from './recordings.module.css'

type Row = { key: number; time: string; chapter: RecordingChapter }
type Draft = { title: RecordingView['title']; rows: readonly Row[] }

function draftOf({ title, chapters }: RecordingView): Draft {
  return { title, rows: chapters.map((chapter, key) => ({ key, time: clockOf(chapter.startMs), chapter })) }
}

/** One of no item of the agenda has no number. */
function chapterOf({ number, ...chapter }: RecordingChapter): RecordingChapter {
  return number === undefined || number.trim() === '' ? chapter : { ...chapter, number }
}

/** Corrects the name of a recording and its chapters, in every language; a new one begins where the film stands (`atMs`). */
export function ChapterEditor({
  recording,
  atMs,
  onClose,
}: {
  recording: RecordingView
  atMs: () => number
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const save = useSaveRecording()
  const { draft, setDraft, isWritten, close } = useDrawerDraft({
    begin: () => draftOf(recording),
    saving: save.isPending,
    onClose,
  })
  const { title, rows } = draft
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const { leave, outcome } = useUnkeptForm({ isWritten, saving: save.isPending, onSaved: onClose })
  const setRows = (next: readonly Row[]): void => setDraft({ ...draft, rows: next })
  // The state that was read: whoever saves over somebody else's correction is told.
  const [{ id, version, onKiosk, durationMs }] = useState(recording)
  const faultOf = ({ time }: Row): string | undefined => {
    const ms = msOf(time)
    if (ms === null) return t('recordings.timeUnread')
    return ms > durationMs ? t('recordings.timeLate') : undefined
  }
  const change = (key: number, part: Partial<Row>): void =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const missing = (): string | null => {
    if (title.ja.trim() === '') return t('recordings.missing.name')
    const untimed = rows.findIndex((row) => faultOf(row) !== undefined)
    if (untimed >= 0) return t('recordings.missing.time', { n: untimed + 1 })
    const untitled = rows.findIndex(({ chapter }) => chapter.title.ja.trim() === '')
    return untitled < 0 ? null : t('recordings.missing.title', { n: untitled + 1 })
  }
  const add = (): void => {
    const startMs = atMs()
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    const row = { key, time: clockOf(startMs), chapter: { startMs, title: { ja: '' } } }
    setRows([...rows, row].toSorted((a, b) => (msOf(a.time) ?? 0) - (msOf(b.time) ?? 0)))
  }
  const send = (): void => {
    const chapters = rows.map(({ time, chapter }) => ({
      ...chapterOf(chapter),
      startMs: msOf(time) ?? chapter.startMs,
    }))
    save.mutate({ id, recording: { title, chapters, onKiosk, version } }, outcome)
  }
  return (
    <Stack gap="sm">
      <LanguageTabs
        label={t('posters.language')}
        language={language}
        missing={languagesToWrite([title, ...rows.map(({ chapter }) => chapter.title)])}
        onLanguage={setLanguage}
        kind="chapter"
      >
        <Stack gap="sm">
          <TextInput
            label={t('recordings.name')}
            lang={language}
            value={title[language] ?? ''}
            onChange={(event) => setDraft({ ...draft, title: withText(title, language, event.currentTarget.value) })}
          />
          {rows.map((row, i) => (
            <div key={row.key} className={classes.chapterRow}>
              <TextInput
                aria-label={t('recordings.timeOf', { n: i + 1 })}
                value={row.time}
                error={faultOf(row)}
                onChange={(event) => change(row.key, { time: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('recordings.numberOf', { n: i + 1 })}
                placeholder={i === 0 ? t('sittings.numberHint') : ''}
                maxLength={40}
                value={row.chapter.number ?? ''}
                onChange={(event) =>
                  change(row.key, { chapter: { ...row.chapter, number: event.currentTarget.value } })
                }
                data-testid={`chapter-number-${i}`}
              />
              <LongLine
                aria-label={t('recordings.titleOf', { n: i + 1 })}
                data-testid={`chapter-title-${i}`}
                lang={language}
                placeholder={language === 'ja' ? '' : row.chapter.title.ja}
                value={row.chapter.title[language] ?? ''}
                onWrite={(text) =>
                  change(row.key, {
                    chapter: {
                      ...row.chapter,
                      title: withText(row.chapter.title, language, text),
                    },
                  })
                }
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('recordings.removeChapter', { n: i + 1 })}
                onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            </div>
          ))}
        </Stack>
      </LanguageTabs>
      <Button variant="subtle" leftSection={<IconPlus size={16} />} onClick={add} data-testid="chapter-add">
        {t('recordings.addChapter')}
      </Button>
      <Trouble error={save.error} />
      <FormFoot
        missing={missing()}
        saving={save.isPending}
        saveText={t('recordings.save')}
        testId="chapter-save"
        onStop={close}
        onSave={send}
      />
      <LeaveGuard leave={leave} armed={isWritten} onDiscard={null} />
    </Stack>
  )
}
