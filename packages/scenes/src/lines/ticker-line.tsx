import type { KioskLanguage, PlaylistItem } from '@akari/protocol'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useEms } from '../emergency/use-ems.ts'
import { Line } from '../text/text.tsx'
import { Fading } from './fading.tsx'
import { linePages, pageMs } from './line-pages.ts'

interface TickerLineProps {
  item: Pick<PlaylistItem, 'id' | 'seconds' | 'scene'>
  language: KioskLanguage
}

/**
 * The everyday line between the scene and the strip. It does not run: what is longer than the line goes on page by page, so
 * that nothing moves while someone reads.
 */
export function TickerLine({ item, language }: TickerLineProps): ReactElement {
  const line = useRef<HTMLParagraphElement>(null)
  const pages = linePages(item.scene, language, useEms(line))
  const page = pages[usePage(`${language} ${item.id}`, pages.length, pageMs(item.seconds, pages.length))]
  return (
    <section className="ak-quiet-line" data-easy={language === 'ja-x-easy'} data-testid="ticker">
      <span className="ak-quiet-line-mark" aria-hidden />
      <p className="ak-quiet-line-text" ref={line}>
        {page !== undefined && (
          <Fading id={`${item.id} ${page.text}`}>
            <Line text={page.text} language={page.language} />
          </Fading>
        )}
      </p>
    </section>
  )
}

/** Which page is to be read now; it begins with the first for each `subject`. */
function usePage(subject: string, pages: number, eachMs: number): number {
  const [turned, setTurned] = useState({ subject, turns: 0 })
  useEffect(() => {
    if (pages <= 1) return
    const timer = setInterval(
      () => setTurned((before) => ({ subject, turns: before.subject === subject ? before.turns + 1 : 1 })),
      eachMs,
    )
    return () => clearInterval(timer)
  }, [subject, pages, eachMs])
  return turned.subject === subject ? turned.turns % Math.max(1, pages) : 0
}
