import { KIOSK_LANGUAGES, withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { LANGUAGE_NAMES } from '../locales/words.ts'
import { useKiosk } from './kiosk-context.ts'
import { Press, Title, Word } from './parts.tsx'

/** Every language by its own name, no flags. */
export function LanguageChoice({ onChosen }: { onChosen?: () => void }): ReactElement {
  const { language, choose, word } = useKiosk()
  return (
    <nav className="ak-kiosk-languages" aria-label={withoutRuby(word('chooseLanguage'))}>
      {KIOSK_LANGUAGES.map((choice) => (
        <Press
          key={choice}
          kind="language"
          testId={`language-${choice}`}
          pressed={choice === language}
          onPress={() => {
            choose(choice)
            onChosen?.()
          }}
        >
          <span lang={choice}>{LANGUAGE_NAMES[choice]}</span>
        </Press>
      ))}
    </nav>
  )
}

/** The choice on a screen of its own, from wherever one was; chosen, one is there again. */
export function LanguageScreen(): ReactElement {
  const { tell } = useKiosk()
  const close = (): void => tell({ type: 'languages', shown: false })
  return (
    <div className="ak-screen" data-screen="languages">
      <Title>
        <Word of="chooseLanguage" />
      </Title>
      <LanguageChoice onChosen={close} />
    </div>
  )
}
