import { KIOSK_LANGUAGES, type KioskLanguage, withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import { LANGUAGE_NAMES, say } from '../locales/words.ts'

interface LanguageBarProps {
  language: KioskLanguage
  onChoose: (language: KioskLanguage) => void
}

/** Every language by its own name; the pressed one answers at once, because the choice is made on touch-down. */
export function LanguageBar({ language, onChoose }: LanguageBarProps): ReactElement {
  return (
    <nav className="ak-languages" aria-label={withoutRuby(say(language, 'chooseLanguage'))}>
      {KIOSK_LANGUAGES.map((choice) => (
        <button
          key={choice}
          type="button"
          className="ak-language"
          lang={choice}
          data-language={choice}
          aria-pressed={choice === language}
          onPointerDown={() => onChoose(choice)}
          onClick={(click) => {
            // A touch has chosen already; only a key press arrives as a click without a pointer.
            if (click.detail === 0) onChoose(choice)
          }}
        >
          {LANGUAGE_NAMES[choice]}
        </button>
      ))}
    </nav>
  )
}
