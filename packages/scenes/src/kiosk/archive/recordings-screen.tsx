import { type Texts, textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useState } from 'react'
import { Icon } from '../icons.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Press, Said, Title, Word } from '../parts.tsx'
import { ScrollList } from '../scroll-list.tsx'
import { recordedClock, recordedMoment } from './recorded-time.ts'
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
            {recordings.map(({ id, title, startsAt, durationMs, poster, canPlay }) => (
              <li key={id}>
                <Press
                  kind="row"
                  testId="recording"
                  disabled={!canPlay}
                  onPress={() => tell({ type: 'opened', screen: { at: 'recording', id, atMs: 0 } })}
                >
                  {poster !== null && archive !== null && <Still url={archive.fileUrl(poster.sha256)} of={title} />}
                  <strong>
                    <Said texts={title} />
                  </strong>
                  <small>
                    <Line text={recordedMoment(startsAt, language, time.timeZone)} language={language} />
                    {'　'}
                    <span className="ak-length">
                      <Word of="length" gaps={{ time: recordedClock(durationMs) }} />
                    </span>
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

/** A picture of the film; nothing where it cannot be had. */
function Still({ url, of }: { url: string; of: Texts }): ReactElement | null {
  const { language, word } = useKiosk()
  const [isAway, setAway] = useState(false)
  if (isAway) return null
  const title = textIn(of, language).text
  return (
    <img
      className="ak-still"
      src={url}
      alt={withoutRuby(word('stillOf', { title }))}
      draggable={false}
      data-testid="still"
      onError={() => setAway(true)}
    />
  )
}
