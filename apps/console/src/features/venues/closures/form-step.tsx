import type { ReactElement, ReactNode } from 'react'

/** One question of a form: on a low screen only the one that is to be answered is open, and the others say what was answered. */
export function FormStep({
  number,
  title,
  answer,
  isOpen,
  onOpen,
  children,
}: {
  number: number
  title: string
  /** What is said already, in a word; null: nothing. */
  answer: string | null
  isOpen: boolean
  /** Null where all are open. */
  onOpen: (() => void) | null
  children: ReactNode
}): ReactElement {
  const head = (
    <>
      <span>{number}</span> {title}
    </>
  )
  return (
    <section aria-label={title} data-open={isOpen}>
      <h2>
        {onOpen === null ? (
          head
        ) : (
          <button type="button" aria-expanded={isOpen} onClick={onOpen} data-testid={`closure-step-${number}`}>
            {head}
            {!isOpen && answer !== null && <small>{answer}</small>}
          </button>
        )}
      </h2>
      {isOpen && children}
    </section>
  )
}
