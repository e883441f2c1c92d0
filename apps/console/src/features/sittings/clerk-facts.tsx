import type { RecordingView, SittingView } from '@akari/protocol'
import { Anchor } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRecordings } from '../../api/recordings.ts'
import { useStreamHealth } from '../../api/stream-health.ts'
import type { SittingGlass } from '../../parts/council/use-sitting-glasses.ts'
import { isConnected } from '../../parts/display-state.ts'
import { stateKey } from '../../parts/streams/stream-words.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './clerk-facts.module.css'
import { isMeantNow } from './glass-panel.tsx'

type Tone = 'on' | 'quiet' | 'trouble'
/** Why nothing is recorded at this moment, though nothing is wrong. */
const AT_REST = { planned: 'willRecord', inSession: 'starting', recess: 'inRecess', adjourned: 'closing' } as const
/** `to`: where it is told what to do. */
type Fact = { tone: Tone; words: string; more?: string; to?: string }

/** What a clerk has to know besides the course: is it recorded, is its stream there, do displays show it. */
export function ClerkFacts({
  sitting,
  glasses,
  nowMs,
}: {
  sitting: SittingView
  glasses: readonly SittingGlass[] | null
  nowMs: number
}): ReactElement {
  const { t } = useTranslation()
  const facts = {
    recording: useRecordingFact(sitting, useStreamPulse(sitting)?.state === 'live'),
    stream: useStreamFact(sitting),
    displays: useDisplaysFact(sitting, glasses, nowMs),
  }
  return (
    <dl className={classes.facts} aria-label={t('sittings.facts.label')}>
      {(['recording', 'stream', 'displays'] as const).map((name) => {
        const { tone, words, more, to } = facts[name]
        return (
          <div key={name} data-tone={tone} data-fact={name} data-testid={`clerk-${name}`}>
            <dt>{t(`sittings.facts.${name}`)}</dt>
            <dd>
              <b>{words}</b>
              {more !== undefined && <small>{more}</small>}
              {to !== undefined && (
                <Anchor component={Link} to={to} className={classes.howTo ?? ''}>
                  {t('sittings.facts.howTo')}
                </Anchor>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Whether its stream is there is told by that, not by the recording. */
function useRecordingFact({ id, isRecorded, streamId, live }: SittingView, streamIsLive: boolean): Fact {
  const { t } = useTranslation()
  const { data } = useRecordings()
  if (!isRecorded || streamId === null) return { tone: 'quiet', words: t('sittings.facts.notRecorded') }
  if (data === undefined) return { tone: 'quiet', words: '…' }
  const { phase } = live.standing
  const made = data.recordings.find(({ sittingId }) => sittingId === id)
  if (made !== undefined) return recordingFact(made)
  if (!data.canRecord) return { tone: 'trouble', words: t('recordings.noFfmpegTitle') }
  switch (phase) {
    case 'planned':
      return { tone: 'quiet', words: t('sittings.facts.willRecord') }
    case 'inSession':
    case 'recess':
      return { tone: 'quiet', words: t('sittings.facts.starting') }
    case 'adjourned':
      return { tone: 'quiet', words: t('sittings.facts.noneMade') }
  }

  function recordingFact({ state, isRunning, problem }: RecordingView): Fact {
    const why = problem === null ? {} : { more: t(`recordings.problem.${problem}`) }
    if (state !== 'recording') {
      const tone = state === 'failed' || problem !== null ? 'trouble' : 'quiet'
      if (phase === 'adjourned') return { tone, words: t(`recordings.state.${state}`), ...why }
      return { tone, words: t('sittings.facts.stopped'), more: t('sittings.facts.stoppedHere'), ...why }
    }
    if (problem === 'streamAway') {
      if (streamIsLive) return { tone: 'quiet', words: t('sittings.facts.starting') }
      return { tone: 'trouble', words: t('recordings.state.waiting'), more: t('sittings.facts.whenStream') }
    }
    if (isRunning) return { tone: 'on', words: t('recordings.state.recording') }
    if (problem !== null) return { tone: 'trouble', words: t('recordings.state.waiting'), ...why }
    return { tone: 'quiet', words: t(`sittings.facts.${AT_REST[phase]}`) }
  }
}

function useStreamPulse({ streamId }: SittingView) {
  return useStreamHealth().data?.find((each) => each.streamId === streamId)
}

function useStreamFact(sitting: SittingView): Fact {
  const { t } = useTranslation()
  const when = useWhen()
  const health = useStreamPulse(sitting)
  const { streamId } = sitting
  if (streamId === null) return { tone: 'quiet', words: t('sittings.facts.noStream') }
  const pulse = health ?? { state: 'unknown', since: null, fault: null, advice: null }
  const { state, since, advice } = pulse
  const name = t(stateKey(pulse))
  const words = since === null ? name : t('sittings.facts.since', { state: name, at: when.time(since) })
  // Too long to be read beside a sitting that goes on, and for somebody else.
  const to = advice === null ? {} : { to: '/streams' }
  switch (state) {
    case 'live':
      return { tone: 'on', words }
    case 'unknown':
    case 'ended':
      return { tone: 'quiet', words }
    case 'stalled':
    case 'gone':
    case 'unreachable':
    case 'refused':
      return { tone: 'trouble', words, ...to }
  }
}

function useDisplaysFact(sitting: SittingView, glasses: readonly SittingGlass[] | null, nowMs: number): Fact {
  const { t } = useTranslation()
  if (glasses === null) return { tone: 'quiet', words: '…' }
  if (glasses.length === 0) return { tone: 'quiet', words: t('sittings.facts.none') }
  const of = glasses.length
  const showing = glasses.filter(({ there }) => there.is === 'sitting').length
  if (isMeantNow(sitting, nowMs)) {
    return {
      tone: showing === of ? 'on' : 'trouble',
      words: t('sittings.facts.shownOn', { of, count: showing }),
    }
  }
  const connected = glasses.filter(({ display }) => isConnected(display)).length
  return {
    tone: connected === of ? 'quiet' : 'trouble',
    words: t('sittings.facts.connected', { of, count: connected }),
  }
}
