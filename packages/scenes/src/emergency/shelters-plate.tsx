import { type Alert, type KioskLanguage, type Texts, textIn } from '@akari/protocol'
import { type ReactElement, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { wordsBeside } from '../locales/words-beside.ts'
import { Line, Text } from '../text/text.tsx'
import type { Turn } from './rotation.ts'
import { SpokenLines } from './spoken-lines.tsx'
import { AlertSymbol } from './alert-symbol.tsx'
import { emergencyLines } from './alert-lines.ts'

interface SheltersPlateProps {
  alert: Alert
  turn: Turn
  easyStands: boolean
}

/** S4: the places the city has opened, as many at a time as can be read; without any, where to ask. */
export function SheltersPlate({ alert, turn, easyStands }: SheltersPlateProps): ReactElement {
  const shelters = alert.shelters ?? []
  const list = useRef<HTMLUListElement>(null)
  const most = useHowManyFit(list, JSON.stringify(shelters))
  if (shelters.length === 0)
    return (
      <div className="ak-emergency-plate ak-shelters-none">
        <AlertSymbol symbol="info" />
        <div className="ak-emergency-words" data-grows>
          <SpokenLines texts={wordsBeside(alert, 'noShelters')} turn={turn} easyStands={easyStands} />
        </div>
      </div>
    )
  const pages = Math.ceil(shelters.length / most)
  const from = (turn.count % pages) * most
  const page = shelters.slice(from, from + most)
  const others = shelters.filter((shelter) => !page.includes(shelter))
  return (
    <div className="ak-emergency-plate ak-shelters">
      <p className="ak-shelters-heading">
        {emergencyLines(wordsBeside(alert, 'sheltersHeading'), turn.language).map((line) => (
          <Line key={line.language} {...line} />
        ))}
        {others.length > 0 && (
          <span className="ak-shelters-left">
            <Text
              texts={wordsBeside(alert, 'moreShelters', { count: String(others.length) })}
              language={turn.language}
            />
          </span>
        )}
      </p>
      <ul className="ak-shelters-list" ref={list}>
        {[...page, ...others].map((shelter) => (
          <li key={shelter.id} data-fits={page.includes(shelter)} aria-hidden={!page.includes(shelter)}>
            <p>
              <strong>
                <Text texts={shelter.name} language="ja" />
              </strong>
              {shelter.address !== null && <Text texts={shelter.address} language="ja" />}
            </p>
            <p>
              <Line {...otherLine(shelter.name, turn.language)} />
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The name beside the Japanese one: in the visitor's language, else in English. */
function otherLine(name: Texts, visitor: KioskLanguage): ReturnType<typeof textIn> {
  return textIn(name, visitor === 'ja' || visitor === 'ja-x-easy' ? 'en' : visitor)
}

/** How many entries of a list can stand wholly inside it, whichever they are; at least one. */
function useHowManyFit(list: RefObject<HTMLUListElement | null>, content: string): number {
  const [most, setMost] = useState(1)
  useLayoutEffect(() => {
    const box = list.current
    if (box === null) return
    const count = (): void => {
      const gap = Number.parseFloat(getComputedStyle(box).rowGap)
      const heights = [...box.children].map((entry) => (entry instanceof HTMLElement ? entry.offsetHeight : 0))
      const fitting = Math.floor((box.clientHeight + 1 + gap) / (Math.max(1, ...heights) + gap))
      setMost(Math.max(1, fitting))
    }
    count()
    const observer = new ResizeObserver(count)
    observer.observe(box)
    document.fonts.addEventListener('loadingdone', count)
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', count)
    }
  }, [list, content])
  return most
}
