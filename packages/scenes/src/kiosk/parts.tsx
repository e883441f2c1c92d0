import { type Texts, textIn, withoutRuby } from '@akari/protocol'
import type { MouseEvent, ReactElement, ReactNode } from 'react'
import { Line } from '../text/text.tsx'
import { Icon, type IconName } from './icons.tsx'
import { useKiosk } from './kiosk-context.ts'
import type { KioskWord } from './kiosk-words.ts'

/** A word of the kiosk, broken between phrases, with its readings. */
export function Word({ of, gaps }: { of: KioskWord; gaps?: Record<string, string> }): ReactElement {
  const { language, word } = useKiosk()
  return <Line text={word(of, gaps)} language={language} />
}

/** Texts of the venue in the visitor's language. */
export function Said({ texts }: { texts: Texts }): ReactElement {
  const { language } = useKiosk()
  const shown = textIn(texts, language)
  return <Line text={shown.text} language={shown.language} />
}

interface ButtonProps {
  icon?: IconName
  /** Filled with colour: what most people want next. */
  main?: boolean
  kind?: string
  disabled?: boolean
  pressed?: boolean
  label?: string
  testId?: string
  /** Are its words to stay within it? See useFit and useGiveWay. */
  fits?: boolean
  onPress: () => void
  children?: ReactNode
}

/** Something to touch: acts when the finger is lifted off it, so that one may still slide away. */
export function Press(props: ButtonProps): ReactElement {
  const {
    icon,
    main = false,
    kind = 'plain',
    disabled = false,
    pressed,
    label,
    testId,
    fits = false,
    onPress,
    children,
  } = props
  return (
    <button
      type="button"
      className="ak-press"
      data-kind={kind}
      data-main={main}
      disabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(label === undefined ? {} : { 'aria-label': withoutRuby(label) })}
      {...(testId === undefined ? {} : { 'data-testid': testId })}
      {...(fits ? { 'data-fits': true, 'data-holds': true } : {})}
      {...(kind === 'key' ? { onMouseDown: keepFocus } : {})}
      onClick={onPress}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span className="ak-press-words">{children}</span>}
    </button>
  )
}

/** A touched key does not take the focus: the space bar of a plugged-in keyboard would press it again. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}

/** One thing of a list: what it is, what else is to be known, and that it leads on. */
export function Row(props: { title: ReactNode; more?: ReactNode; testId?: string; onPress: () => void }): ReactElement {
  const { title, more, testId, onPress } = props
  return (
    <li>
      <Press kind="row" onPress={onPress} {...(testId === undefined ? {} : { testId })}>
        <strong>{title}</strong>
        {more !== undefined && <small>{more}</small>}
        <Icon name="after" />
      </Press>
    </li>
  )
}

/** The title of a screen; the first thing that is read aloud. */
export function Title({ children }: { children: ReactNode }): ReactElement {
  return (
    <h1 className="ak-kiosk-title" data-stop tabIndex={-1}>
      {children}
    </h1>
  )
}

/** Something to read; a stop for whoever listens. */
export function Note({ children, kind = 'plain' }: { children: ReactNode; kind?: string }): ReactElement {
  return (
    <p className="ak-kiosk-note" data-kind={kind} data-stop tabIndex={-1}>
      {children}
    </p>
  )
}
