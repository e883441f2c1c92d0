import { type Texts, textIn, type Venue, type VenueLevel, withoutRuby } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { say } from '../locales/words.ts'
import { Line, Text } from '../text/text.tsx'
import { Compass } from './compass.tsx'
import { FloorDirectory } from './floor-directory.tsx'
import { floorWith, standingOf } from './floors.ts'
import { useSize } from './use-size.ts'
import { VenueMap } from './venue-map.tsx'

interface FloorMapSceneProps extends SceneProps {
  title: Texts
  /** Null while the document is being loaded. */
  venue: Venue | null
  levelId: string
}

/**
 * One floor of the building, up being where the reader looks: where one stands, the public counters by name, and the
 * amenities as pictures.
 */
export function FloorMapScene(props: FloorMapSceneProps): ReactElement {
  const { title, venue, levelId, language, resources, onReady, onFault } = props
  const paper = useRef<HTMLDivElement>(null)
  const size = useSize(paper)
  const level = venue === null ? null : (floorWith(venue, levelId)?.level ?? null)
  const facingDeg = venue === null ? null : (standingOf(venue, resources.kioskId)?.facingDeg ?? null)
  const drawn = level !== null && size !== null
  useEffect(() => {
    if (drawn) onReady()
  }, [drawn, onReady])
  useEffect(() => {
    if (venue !== null && level === null) onFault({ kind: 'hopeless', code: 'level-unknown', detail: levelId })
  }, [venue, level, levelId, onFault])
  return (
    <section className="ak-scene ak-map">
      <header className="ak-map-header">
        {level !== null && <LevelName level={level} language={language} />}
        <h1>
          <Text texts={title} language={language} />
        </h1>
        {venue !== null && (
          <Compass
            turnedDeg={venue.northDeg - (facingDeg ?? 0)}
            label={withoutRuby(say(language, 'north'))}
            language={language}
          />
        )}
      </header>
      <div className="ak-map-paper" ref={paper}>
        {venue !== null && size !== null && (
          <VenueMap
            venue={venue}
            levelId={levelId}
            language={language}
            kioskId={resources.kioskId}
            facingDeg={facingDeg}
            closures={resources.closures}
            interactive={false}
            keyed={size.tall}
          />
        )}
      </div>
      {level !== null && <FloorDirectory level={level} language={language} />}
    </section>
  )
}

function LevelName({ level, language }: { level: VenueLevel; language: SceneProps['language'] }): ReactElement {
  const name = textIn(level.shortName, language)
  return (
    <p className="ak-map-level">
      <Line text={name.text} language={name.language} />
    </p>
  )
}
