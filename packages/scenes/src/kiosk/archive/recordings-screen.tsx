import type { ReactElement } from 'react'
import { Icon } from '../icons.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Press, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { recordedClock, recordedDay } from './recorded-time.ts'
import { Line } from '../../text/text.tsx'

/** 議会の録画, the newest first. What cannot be had now says so. */
export function RecordingsScreen(): ReactElement {
  const { archive, language, time, tell } = useKiosk()
  const recordings = archive?.recordings ?? []
  return (
    <div className="ak-screen" data-screen="recordings">
      <Title>
        <Word of="recordings" />
      </Title>
      {recordings.length === 0 ? (
        <Note>
          <Word of="noRecordings" />
        </Note>
      ) : (
        <ScrollList mark="recordings">
          <ul className="ak-rows">
            {recordings.map(({ id, title, startsAt, durationMs, canPlay }) => (
              <li key={id}>
                <Press
                  kind="row"
                  testId="recording"
                  disabled={!canPlay}
                  onPress={() => tell({ type: 'opened', screen: { at: 'recording', id, atMs: 0 } })}
                >
                  <strong>
                    <Said texts={title} />
                  </strong>
                  <small>
                    <Line text={recordedDay(startsAt, language, time.timeZone)} language={language} />
                    {'　'}
                    <Word of="length" gaps={{ time: recordedClock(durationMs) }} />
                  </small>
                  {canPlay && <Icon name="after" />}
                </Press>
                {!canPlay && (
                  <Note>
                    <Word of="recordingAway" />
                  </Note>
                )}
              </li>
            ))}
          </ul>
        </ScrollList>
      )}
    </div>
  )
}
