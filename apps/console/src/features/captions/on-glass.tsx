import type { CaptionsNow, SittingView } from '@akari/protocol'
import { captionStaysMs, captionTurnsMs } from '@akari/text/pace'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSittingGlasses } from '../../parts/council/use-sitting-glasses.ts'
import { useNow } from '../../parts/use-now.ts'
import classes from './captions.module.css'

const SECOND_MS = 1000

/** Why captions that come in are on no glass; `shown`: they are on some; `inTurns`: in languages of which not every glass has room for all at once; `lastTurns`: they faded where it has. */
type Standing =
  | 'shown'
  | 'inTurns'
  | 'lastTurns'
  | 'quiet'
  | 'none'
  | 'planned'
  | 'recess'
  | 'adjourned'
  | 'elsewhere'
  | 'noSitting'
  | 'unsure'

/** Whether captions are on the displays at this moment, and why not. */
export function OnGlass({ sitting, now }: { sitting: SittingView | null; now: CaptionsNow }): ReactElement | null {
  return sitting === null ? <Mark standing="noSitting" /> : <OfSitting sitting={sitting} now={now} />
}

function OfSitting({
  sitting,
  now: { lastAt, captions },
}: {
  sitting: SittingView
  now: CaptionsNow
}): ReactElement | null {
  const glasses = useSittingGlasses(sitting)
  const nowMs = useNow(SECOND_MS)
  const { phase } = sitting.live.standing
  if (phase !== 'inSession') return <Mark standing={phase} />
  if (glasses === null) return null
  if (glasses.length > 0 && glasses.every(({ there }) => there.is === 'unknown')) return <Mark standing="unsure" />
  if (!glasses.some(({ there }) => there.is === 'sitting')) return <Mark standing="elsewhere" />
  if (lastAt === null) return <Mark standing="none" />
  const newest = captions.at(-1)
  const languages = new Set(captions.map(({ language }) => language)).size
  const fadesMs = newest === undefined ? 0 : captionStaysMs(newest)
  const ageMs = nowMs - Date.parse(lastAt)
  if (ageMs > fadesMs + captionTurnsMs(languages)) return <Mark standing="quiet" />
  if (ageMs > fadesMs) return <Mark standing="lastTurns" />
  return <Mark standing={languages > 1 ? 'inTurns' : 'shown'} />
}

function Mark({ standing }: { standing: Standing }): ReactElement {
  const { t } = useTranslation()
  return (
    <p className={classes.standing} data-standing={standing} data-testid="captions-standing">
      {t(`captions.standing.${standing}`)}
    </p>
  )
}
