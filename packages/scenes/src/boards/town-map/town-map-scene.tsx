import { type KioskLanguage, type TownMapScene as TownMapContent, withoutRuby } from '@akari/protocol'
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { Line, Text } from '../../text/text.tsx'
import { HereView } from '../town/here-view.tsx'
import { NameView } from '../town/name-view.tsx'
import { TownGround } from '../town/town-ground.tsx'
import { useMapSize } from '../town/use-map-size.ts'
import { useStreets } from '../town/use-streets.tsx'
import { BoardFoot } from '../transit/board-foot.tsx'
import { BoardHeader, NorthUp } from '../transit/board-header.tsx'
import { useWholeRows } from '../transit/use-whole-rows.ts'
import { PlaceSign, type PlaceSignName } from './place-sign.tsx'
import { type NearShelter, nearShelters, townPlan, type TownStop } from './town-plan.ts'
import { type TownWord, townWord } from './town-words.ts'

interface TownMapSceneProps extends SceneProps {
  content: TownMapContent
}

/** The town with its shelters, public buildings and bus stops, and the nearest shelters as a list: north up. */
export function TownMapScene({ content, language, resources, onReady }: TownMapSceneProps): ReactElement {
  const paper = useRef<HTMLDivElement>(null)
  const size = useMapSize(paper)
  const map = resources.townMap(content.map.sha256)
  const here = content.here ?? null
  const stops = useMemo(
    () =>
      (content.feeds ?? []).flatMap((feedId): TownStop[] =>
        (resources.timetable(feedId)?.timetable.stops ?? []).flatMap(({ id, name, place, kind }) =>
          place === null || kind !== 'stop' ? [] : [{ id: `${feedId} ${id}`, name: name.texts, place }],
        ),
      ),
    [content.feeds, resources],
  )
  const shelters = useMemo(() => (map === null ? [] : nearShelters(map, here)), [map, here])
  const [listed, setListed] = useState(0)
  const plan = useMemo(() => {
    const numbered = shelters.slice(0, listed).map(({ place }) => place.id)
    return map === null || size === null ? null : townPlan(map, stops, numbered, here, size, language)
  }, [map, stops, shelters, listed, here, size, language])
  const streets = useStreets(content.basemap, plan?.projection ?? null, size, resources)
  const isDrawn = plan !== null && streets.isSettled
  useEffect(() => {
    if (isDrawn) onReady()
  }, [isDrawn, onReady])
  return (
    <section className="ak-scene ak-town ak-town-scene" data-testid="town-map">
      <BoardHeader title={content.title} language={language}>
        <NorthUp language={language} />
      </BoardHeader>
      <div className="ak-town-body">
        <div className="ak-town-paper" ref={paper}>
          {plan !== null && streets.layer}
          {plan !== null && size !== null && map !== null && (
            <svg
              className="ak-town-map"
              width={size.w}
              height={size.h}
              role="img"
              aria-label={withoutRuby(townWord(language, 'label'))}
            >
              <TownGround map={map} projection={plan.projection} unitPx={size.unitPx} hasStreets={streets.isShown} />
              {plan.marks.map(({ id, sign, at: [x, y], sizePx, number }) => (
                <g key={id} transform={`translate(${x.toFixed(1)} ${y.toFixed(1)})`}>
                  <PlaceSign name={sign} sizePx={sizePx} number={number} />
                </g>
              ))}
              {plan.names.map((name) => (
                <NameView key={name.id} name={name} />
              ))}
              {plan.here !== null && <HereView here={plan.here} language={language} />}
            </svg>
          )}
          {map === null && (
            <p className="ak-board-none">
              <Line text={townWord(language, 'loading')} language={language} />
            </p>
          )}
        </div>
        {shelters.length > 0 && <Shelters shelters={shelters} language={language} onListed={setListed} />}
      </div>
      <BoardFoot
        attributions={[
          ...(map?.attribution ?? []),
          ...(content.basemap === undefined ? [] : [content.basemap.attribution]),
        ]}
        language={language}
      />
    </section>
  )
}

interface SheltersProps {
  shelters: readonly NearShelter[]
  language: KioskLanguage
  /** Hears how many of them the list has room for. */
  onListed: (count: number) => void
}

function Shelters({ shelters, language, onListed }: SheltersProps): ReactElement {
  const list = useRef<HTMLUListElement>(null)
  useWholeRows(list, `${language} ${shelters.map(({ place }) => place.id).join(' ')}`, onListed)
  const signs = new Set(shelters.map(({ sign }) => sign))
  const word = (key: TownWord, gaps: Record<string, string | number> = {}): ReactElement => (
    <Line text={townWord(language, key, gaps)} language={language} />
  )
  const isMeasured = shelters.some(({ metres }) => metres !== null)
  return (
    <div className="ak-shelter-board">
      <dl className="ak-shelter-keys">
        {(['flee', 'stay'] as const)
          .filter((key) => signs.has(key) || signs.has('both'))
          .map((key) => (
            <div key={key}>
              <dt>
                <Sign name={key} />
                {word(key)}
              </dt>
              <dd>{word(`${key}More`)}</dd>
            </div>
          ))}
      </dl>
      {isMeasured && <p className="ak-shelter-order">{word('nearby')}</p>}
      <ul className="ak-shelter-list" ref={list}>
        {shelters.map(({ place, sign, metres }, n) => (
          <li key={place.id}>
            <span className="ak-shelter-number">{n + 1}</span>
            <Sign name={sign} />
            <strong>
              <Text texts={place.name} language={language} />
            </strong>
            {metres !== null && <span>{distance(metres, word)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Sign({ name }: { name: PlaceSignName }): ReactElement {
  return (
    <svg className="ak-shelter-sign" viewBox="-20 -20 40 40" aria-hidden="true">
      <PlaceSign name={name} sizePx={40} />
    </svg>
  )
}

/** To fifty metres, and beyond a kilometre to a hundred: more would promise what a straight line does not hold. */
function distance(
  metres: number,
  word: (key: TownWord, gaps: Record<string, string | number>) => ReactElement,
): ReactElement {
  if (metres >= 975) return word('kilometres', { kilometres: (metres / 1000).toFixed(1) })
  return word('metres', { metres: Math.max(50, Math.round(metres / 50) * 50) })
}
