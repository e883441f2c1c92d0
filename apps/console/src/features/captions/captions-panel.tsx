import { type CaptionsNow, Language, type SittingView, type TranscriptCaption } from '@akari/protocol'
import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaptionsNow } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import { Loaded } from '../../parts/loaded.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './captions.module.css'
import { OnGlass } from './on-glass.tsx'
import { SayField } from './say-field.tsx'

/**
 * The newest captions, whether they are on the displays of their sitting (null: they belong to none), how long they take, what is wrong,
 * and a line to write by hand.
 */
export function CaptionsPanel({
  transcriptId,
  sitting,
}: {
  transcriptId: string
  sitting: SittingView | null
}): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  return (
    <section className={card.card} aria-labelledby="captions-now">
      <h2 id="captions-now">{t('captions.now')}</h2>
      <Loaded query={useCaptionsNow(transcriptId)}>
        {(now) => (
          <>
            <Troubles now={now} />
            <OnGlass sitting={sitting} now={now} />
            <Newest captions={now.captions} />
            {now.delay !== null && (
              <p className={`${classes.quiet} numbers`}>
                {t('captions.delay', { median: seconds(now.delay.medianMs), worst: seconds(now.delay.worstMs) })}
              </p>
            )}
          </>
        )}
      </Loaded>
      {mayChange && <SayField transcriptId={transcriptId} />}
    </section>
  )
}

function Troubles({ now: { troubles } }: { now: CaptionsNow }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  return (
    <>
      {troubles.map(({ of, at, message }) => (
        <Alert key={of} color="vermilion" variant="light" icon={<IconAlertTriangle />} mb="sm">
          {t(`captions.trouble.${of}`, { at: when.exact(at), message })}
        </Alert>
      ))}
    </>
  )
}

/** A language below the other, the last two captions of each, as a glass has them. */
function Newest({ captions }: { captions: readonly TranscriptCaption[] }): ReactElement {
  const { t } = useTranslation()
  const languages = Language.options.filter((language) => captions.some((caption) => caption.language === language))
  if (languages.length === 0) return <p className={classes.dark}>{t('captions.silent')}</p>
  return (
    <div className={classes.dark} data-testid="captions-newest">
      {languages.map((language) => {
        const newest = captions.filter((caption) => caption.language === language).slice(-2)
        return (
          <div key={language} lang={language} className={classes.glassLines}>
            {newest.map(({ segmentId, text, speaker, state, machineTranslated }) => (
              <p key={segmentId} data-state={state}>
                {machineTranslated && <small lang={t('captions.machineLanguage')}>{t('captions.machine')}</small>}
                {speaker !== null && <b>{speaker}</b>} {text}
              </p>
            ))}
          </div>
        )
      })}
    </div>
  )
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
