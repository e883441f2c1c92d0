import type { RecordingView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './recordings.module.css'

/** What goes on with a recording, in a word; a dot where a picture is being recorded at this moment. */
export function RecordingMark({ recording }: { recording: RecordingView }): ReactElement {
  const { t } = useTranslation()
  const { state, isRunning, percent } = recording
  const is = state === 'recording' && !isRunning ? 'waiting' : state
  return (
    <span className={classes.mark} data-state={is}>
      {t(`recordings.state.${is}`)}
      {state === 'finishing' && percent !== null && <span className="numbers">{percent}%</span>}
    </span>
  )
}

/** What keeps it from going on, or from being whole, and what to do about it. */
export function RecordingTrouble({ recording }: { recording: RecordingView }): ReactElement | null {
  const { t } = useTranslation()
  if (recording.problem === null) return null
  return <p className={classes.problem}>{t(`recordings.problem.${recording.problem}`)}</p>
}
