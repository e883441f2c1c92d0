import { withoutRuby } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { useGiveWay } from '../../text/give-way.ts'
import { boardsOffered } from '../boards-offered.ts'
import type { KioskScreen } from '../flow.ts'
import { Icon } from '../icons.tsx'
import { useKiosk } from '../kiosk-context.ts'
import type { KioskWord } from '../kiosk-words.ts'
import { LanguageChoice } from '../language-choice.tsx'
import { Press, Said, Title, Word } from '../parts.tsx'
import { openErrand } from './errands-screen.tsx'

type Task = 'errands' | 'floors' | 'search' | 'nearest' | 'faqs' | 'shelters'
const TASKS: readonly { task: Task; more: KioskWord; opens: KioskScreen }[] = [
  { task: 'errands', more: 'errandsMore', opens: { at: 'errands' } },
  { task: 'search', more: 'searchMore', opens: { at: 'search', typed: '' } },
  { task: 'floors', more: 'floorsMore', opens: { at: 'floors', levelId: null } },
  { task: 'nearest', more: 'nearestMore', opens: { at: 'nearest' } },
  { task: 'faqs', more: 'faqsMore', opens: { at: 'faqs' } },
  { task: 'shelters', more: 'sheltersMore', opens: { at: 'shelters' } },
]
const MOST_POPULAR = 4
/** How many things give way where there is no room for all; kiosk-home-fit.css says which. */
const MOST_TIGHT = 6

/** Language and task on one screen, and what most people come for, one touch away. */
export function HomeScreen(): ReactElement {
  const { building, boards, archive, comfort, language, tell, word } = useKiosk()
  const offered = boardsOffered(boards)
  const home = useRef<HTMLDivElement>(null)
  const { large, low, aloud } = comfort
  useGiveWay(home, JSON.stringify([language, large, low, aloud, offered.length, archive !== null]), MOST_TIGHT)
  const { errands } = building.kit.guide
  const popular = errands
    .filter(({ rank }) => rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, MOST_POPULAR)
  return (
    <div className="ak-screen" data-screen="home" ref={home}>
      <div className="ak-home-top">
        <Title>
          <Word of="welcome" />
        </Title>
        <LanguageChoice />
      </div>
      {!aloud && (
        <p className="ak-home-hold" data-stop tabIndex={-1}>
          <Icon name="aloud" />
          <Word of="holdToListen" />
        </p>
      )}
      <div className="ak-home-tasks">
        {TASKS.map(({ task, more, opens }) => (
          <Press
            key={task}
            icon={task}
            kind="task"
            fits
            main={task === 'errands'}
            testId={task}
            onPress={() => tell({ type: 'opened', screen: opens })}
          >
            <strong>
              <Word of={task} />
            </strong>
            <small>
              <Word of={more} />
            </small>
          </Press>
        ))}
      </div>
      {(offered.length > 0 || archive !== null) && (
        <nav className="ak-home-boards" aria-label={withoutRuby(word('boards'))}>
          {offered.map((board) => (
            <Press
              key={board.kind}
              icon={board.icon}
              kind="chip"
              testId={`board-${board.kind}`}
              onPress={() => tell({ type: 'opened', screen: { at: 'board', kind: board.kind } })}
            >
              <Word of={board.word} />
            </Press>
          ))}
          {archive !== null && (
            <Press
              icon="recordings"
              kind="chip"
              testId="recordings"
              onPress={() => tell({ type: 'opened', screen: { at: 'recordings' } })}
            >
              <Word of="recordings" />
            </Press>
          )}
        </nav>
      )}
      {popular.length > 0 && (
        <section className="ak-home-popular">
          <h2>
            <Word of="popular" />
          </h2>
          <div>
            {popular.map((errand) => (
              <Press key={errand.id} kind="chip" fits testId="popular" onPress={() => tell(openErrand(errand))}>
                <Said texts={errand.name} />
              </Press>
            ))}
          </div>
        </section>
      )}
    </div>
  )
}
