import type { FeedSnapshot, KioskLanguage, Language, NewsItem, NewsScene } from '@akari/protocol'
import { memo, type ReactElement, useEffect, useRef } from 'react'
import type { SceneProps } from '../../everyday/scene-props.ts'
import { Line } from '../../text/text.tsx'
import { BoardSheet, Nothing, sinceWords, Word } from '../plain-parts.tsx'
import { SourceLine } from '../source-line.tsx'
import { knownNews, typed } from './known-news.ts'
import { newsPage } from './news-page.ts'
import { useNewsRoom } from './use-news-room.ts'

interface NewsBoardProps extends Pick<SceneProps, 'language' | 'onReady' | 'onFault'> {
  content: NewsScene
  snapshot: FeedSnapshot | null
  nowMs: number | null
  timeZone: string
}

/** Headlines as typed text: a calm list where there is room for one, otherwise one large at a time. */
export const NewsBoard = memo(function NewsBoard(props: NewsBoardProps): ReactElement | null {
  const { content, snapshot, nowMs, timeZone, language, onReady, onFault } = props
  const known = knownNews(snapshot, nowMs)
  const isSilent = known.kind === 'silent'
  useEffect(() => {
    if (isSilent) onFault({ kind: 'silent' })
  }, [isSilent, onFault])
  if (known.kind === 'silent' || nowMs === null) return null
  const common = { kind: 'news', title: content.title, language, onReady }
  const source = <SourceLine attribution={known.attribution} language={language} />
  if (known.kind === 'empty') {
    return (
      <BoardSheet {...common} state="empty" content="" aside={source}>
        <Nothing word="newsEmpty" language={language} />
      </BoardSheet>
    )
  }
  const written = known.language ?? 'ja'
  const since = known.oldSince === null ? null : sinceWords(known.oldSince, nowMs, language, timeZone)
  return (
    <BoardSheet
      {...common}
      state={since === null ? 'fresh' : 'old'}
      content={JSON.stringify(known.items)}
      aside={
        <>
          {source}
          {since !== null && (
            <strong>
              <Word word="newsOld" language={language} gaps={{ since }} />
            </strong>
          )}
        </>
      }
    >
      <Headlines
        items={known.items.slice(0, content.most ?? known.items.length)}
        written={written}
        nowMs={nowMs}
        timeZone={timeZone}
        language={language}
      />
    </BoardSheet>
  )
})

interface HeadlinesProps {
  items: readonly NewsItem[]
  /** The language they are written in. */
  written: Language
  nowMs: number
  timeZone: string
  language: KioskLanguage
}

function Headlines({ items, written, nowMs, timeZone, language }: HeadlinesProps): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const { items: shown, size, page, pages } = newsPage(items, useNewsRoom(place), nowMs)
  return (
    <div className="ak-news" ref={place} data-alone={size === 1} data-fits>
      <ol key={page}>
        {shown.map(({ id, title, summary, publishedAt, source }) => (
          <li key={id}>
            <p className="ak-news-title">
              <Line text={typed(title)} language={written} />
            </p>
            {size === 1 && summary !== undefined && (
              <p className="ak-news-summary">
                <Line text={typed(summary)} language={written} />
              </p>
            )}
            <p className="ak-news-from">
              {publishedAt !== null && <time>{sinceWords(publishedAt, nowMs, language, timeZone)}</time>}
              <Line text={typed(source)} language={written} />
            </p>
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <p className="ak-news-pages" aria-hidden>
          {Array.from({ length: pages }, (_, at) => (
            <i key={at} data-now={at === page} />
          ))}
        </p>
      )}
    </div>
  )
}
