import { type Texts, textIn } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import { useFit } from '../text/fit.ts'
import { Text } from '../text/text.tsx'
import type { SceneProps } from './scene-props.ts'

interface NoticeSceneProps extends Pick<SceneProps, 'language' | 'onReady'> {
  title: Texts
  body: Texts
}

/** A title and a few sentences on paper, as large as they fit; the title gives way before the text goes below the caption's size. */
export function NoticeScene({ title, body, language, onReady }: NoticeSceneProps): ReactElement {
  const sheet = useRef<HTMLDivElement>(null)
  useFit(sheet, `${textIn(title, language).text}\n${textIn(body, language).text}`, 0.25)
  useEffect(onReady, [onReady])
  return (
    <article className="ak-scene ak-notice">
      <div className="ak-notice-sheet" ref={sheet}>
        <h1 className="ak-notice-title">
          <Text texts={title} language={language} />
        </h1>
        <div className="ak-notice-rule" />
        <p className="ak-notice-body">
          <Text texts={body} language={language} />
        </p>
      </div>
    </article>
  )
}
