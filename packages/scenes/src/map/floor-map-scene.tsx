import { type Texts, textIn, type Venue, type VenueLevel, withoutRuby } from '@akari/protocol'
import { useEffect, useMemo, useRef, type ReactElement } from 'react'
import type { SceneProps } from '../everyday/scene-props.ts'
import { say } from '../locales/words.ts'
import { Line, Text } from '../text/text.tsx'
import { Compass } from './compass.tsx'
import { FloorDirectory } from './floor-directory.tsx'
import { FloorPlan } from './floor-plan.tsx'
import { useSize } from './use-size.ts'

interface FloorMapSceneProps extends SceneProps {
  title: Texts
  /** Null while the document is being loaded. */
  venue: Venue | null
  levelId: string
  /** Turns the plan clockwise, so that up is where the reader looks. */
  rotationDeg?: number
}

/** One level of the building: where one stands, the public counters by name, and the amenities as pictures. */
export function FloorMapScene(props: FloorMapSceneProps): ReactElement {
  const { title, venue, levelId, language, resources, rotationDeg = 0, onReady, onFault } = props
  const paper = useRef<HTMLDivElement>(null)
  const size = useSize(paper)
  const level = useMemo(() => venue?.levels.find((candidate) => candidate.id === levelId) ?? null, [venue, levelId])
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
            turnedDeg={venue.northDeg + rotationDeg}
            label={withoutRuby(say(language, 'north'))}
            language={language}
          />
        )}
      </header>
      <div className="ak-map-paper" ref={paper}>
        {level !== null && size !== null && (
          <FloorPlan
            level={level}
            size={size}
            rotationDeg={rotationDeg}
            language={language}
            kioskId={resources.kioskId}
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
