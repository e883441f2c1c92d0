import { type BoardScene, textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { useZoneScale } from '../../layout/use-zone-scale.ts'
import { SceneView } from '../../scene-view.tsx'
import { SceneBoundary } from '../../stage/scene-boundary.tsx'
import { useKiosk } from '../kiosk-context.ts'
import { Note, Word } from '../parts.tsx'

/** A board of the programme as large as the kiosk has room for; what it says is one stop for whoever listens. */
export function BoardScreen({ kind }: { kind: BoardScene['kind'] }): ReactElement {
  const { boards, resources, language } = useKiosk()
  const place = useRef<HTMLDivElement>(null)
  const { style, shape } = useZoneScale(place)
  const content = boards.find((board) => board.kind === kind)
  const nothing = (
    <Note>
      <Word of="boardGone" />
    </Note>
  )
  return (
    <div className="ak-screen" data-screen="board">
      {content === undefined ? (
        nothing
      ) : (
        <div
          className="ak-zone ak-kiosk-board"
          ref={place}
          style={style}
          data-shape={shape}
          data-stop
          tabIndex={-1}
          role="group"
          aria-roledescription={withoutRuby(textIn(content.title, language).text)}
        >
          <SceneBoundary onCrash={nothingToDo} instead={nothing}>
            <SceneView
              content={content}
              language={language}
              resources={resources}
              playing
              onReady={nothingToDo}
              onFault={nothingToDo}
            />
          </SceneBoundary>
        </div>
      )}
    </div>
  )
}

function nothingToDo(): void {
  return
}
