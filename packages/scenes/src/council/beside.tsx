import type { Language, Texts } from '@akari/protocol'
import { type ReactElement, type ReactNode, use } from 'react'
import { useWantedLanguages } from '../stage/glass-context.ts'
import { Line } from '../text/text.tsx'
import { type BesidePart, partsOf } from './beside-texts.ts'
import { everShownBeside, SecondLanguage, shownBeside } from './second-language.ts'

interface BesideProps {
  /** In which languages it is written. */
  texts: Texts
  /** What is said in one of them; the text by itself when left out. */
  parts?: (language: Language) => readonly BesidePart[]
}

/**
 * The same as a Japanese line in the other languages, one after the other. All of them lie on top of one another: the room is that of the
 * longest, and nothing moves when the next one comes.
 */
export function Beside({ texts, parts = partsOf(texts) }: BesideProps): ReactElement | null {
  const now = use(SecondLanguage)
  const wanted = useWantedLanguages()
  const languages = everShownBeside(texts, wanted)
  if (now === null || languages.length === 0) return null
  const shown = shownBeside(texts, now)
  return (
    <div className="ak-beside" data-said={shown !== null}>
      {languages.map((language) => (
        <p key={language} data-active={language === shown} aria-hidden={language !== shown}>
          {parts(language).map(({ text, language: written, isLead, isOwn }, at) => (
            <span key={at} data-lead={isLead} data-own={isOwn}>
              <Line text={text} language={written} />
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}

/** What is said in Japanese (`children`) and below it in the other languages; on a sheet without room for both they have its place by turns. */
export function Both({ children, ...beside }: BesideProps & { children: ReactNode }): ReactElement {
  return (
    <div className="ak-both">
      <div className="ak-both-own">{children}</div>
      <Beside {...beside} />
    </div>
  )
}
