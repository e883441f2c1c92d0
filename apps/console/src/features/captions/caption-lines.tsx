import type { Instant, TranscriptCaption } from '@akari/protocol'
import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconEraser, IconPencil } from '@tabler/icons-react'
import { type ReactElement, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCorrectCaption } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import { ask } from '../../parts/ask.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import { CaptionEditor } from './caption-editor.tsx'
import classes from './captions.module.css'
import lines from './caption-lines.module.css'
import { dayLines } from './day-lines.ts'
import { Marked } from './marked.tsx'

/** Captions one below the other, each with what the clerk can do about it; what was withdrawn can be brought back. */
export function CaptionLines({
  transcriptId,
  startsAt,
  captions,
  showsLanguage,
  search,
  earlier,
}: {
  transcriptId: string
  /** The opening of the sitting: what was said on another day has its date. */
  startsAt: Instant
  captions: readonly TranscriptCaption[]
  showsLanguage: boolean
  /** What they were found by; empty for all of them. */
  search: string
  earlier: ReactNode
}): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const correct = useCorrectCaption(transcriptId)
  const [edited, setEdited] = useState<string | null>(null)
  const [isWritten, setIsWritten] = useState(false)
  const [withdrawn, setWithdrawn] = useState<TranscriptCaption | null>(null)
  const change = (caption: TranscriptCaption, text: string | null, then: (after: TranscriptCaption) => void): void => {
    const { segmentId, language, speaker, version } = caption
    correct.mutate({ segmentId, correction: { language, text, speaker, version } }, { onSuccess: then })
  }
  const days = dayLines(
    captions.map(({ spokenAt }) => spokenAt),
    startsAt,
  )
  const edit = (key: string | null): void => {
    setIsWritten(false)
    setEdited(key)
  }
  const askToEdit = (key: string): void => {
    if (!isWritten) return edit(key)
    ask({
      title: t('leave.title'),
      text: t('leave.lostText'),
      yes: t('leave.discard'),
      no: t('leave.stay'),
      onYes: () => edit(key),
    })
  }
  return (
    <>
      {earlier}
      {captions.length === 0 && <p className={classes.quiet}>{t('captions.noneFound')}</p>}
      <ol className={lines.lines} data-testid="caption-lines">
        {captions.map((caption, i) => {
          const key = `${caption.segmentId} ${caption.language}`
          return edited === key ? (
            <li key={key}>
              {days[i] === true && <Day at={caption.spokenAt} />}
              <CaptionEditor
                transcriptId={transcriptId}
                caption={caption}
                onWritten={setIsWritten}
                onDone={() => edit(null)}
              />
            </li>
          ) : (
            <Line
              key={key}
              caption={caption}
              showsLanguage={showsLanguage}
              search={search}
              isNewDay={days[i] === true}
              isGoingOn={days[i] !== true && captions[i - 1]?.speaker === caption.speaker}
              onEdit={mayChange ? () => askToEdit(key) : null}
              onWithdraw={() => change(caption, null, setWithdrawn)}
            />
          )
        })}
      </ol>
      <Trouble error={correct.error} />
      {withdrawn !== null && (
        <output className={lines.withdrawn}>
          <span>{t('captions.withdrawn', { text: withdrawn.text })}</span>
          <Button
            size="sm"
            variant="default"
            leftSection={<IconArrowBackUp size={18} />}
            onClick={() => change(withdrawn, withdrawn.text, () => setWithdrawn(null))}
          >
            {t('captions.bringBack')}
          </Button>
        </output>
      )}
    </>
  )
}

function Line({
  caption,
  showsLanguage,
  search,
  isNewDay,
  isGoingOn,
  onEdit,
  onWithdraw,
}: {
  caption: TranscriptCaption
  showsLanguage: boolean
  search: string
  isNewDay: boolean
  isGoingOn: boolean
  onEdit: (() => void) | null
  onWithdraw: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { text, speaker, language, spokenAt, machineTranslated, isCorrected, ruby } = caption
  return (
    <li className={lines.line}>
      {isNewDay && <Day at={spokenAt} />}
      <time className="numbers" dateTime={spokenAt}>
        {when.exact(spokenAt)}
      </time>
      <div>
        {speaker !== null && !isGoingOn && (
          <p className={lines.speaker}>
            <Marked text={speaker} ruby={ruby?.speaker} search={search} />
          </p>
        )}
        <p lang={language} className={lines.text}>
          <Marked text={text} ruby={ruby?.text} search={search} />
        </p>
        <p className={lines.marks}>
          {showsLanguage && <span className={classes.chip}>{t(`language.${language}`)}</span>}
          {machineTranslated && <span className={lines.machine}>{t('captions.machine')}</span>}
          {isCorrected && <span className={lines.corrected}>{t('captions.isCorrected')}</span>}
        </p>
      </div>
      {onEdit !== null && (
        <div className={lines.tools}>
          <ActionIcon variant="subtle" size="lg" aria-label={t('captions.correctNamed', { text })} onClick={onEdit}>
            <IconPencil size={19} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('captions.withdrawNamed', { text })}
            onClick={onWithdraw}
          >
            <IconEraser size={19} />
          </ActionIcon>
        </div>
      )}
    </li>
  )
}

function Day({ at }: { at: Instant }): ReactElement {
  const when = useWhen()
  return (
    <p className={lines.dayLine} data-testid="caption-day">
      {when.day(at)}
    </p>
  )
}
