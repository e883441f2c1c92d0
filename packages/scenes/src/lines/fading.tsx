import { type ReactElement, type ReactNode, useState } from 'react'

interface FadingProps {
  /** Another id is another thing: what was there fades out under it. */
  id: string
  children: ReactNode
}

/** One line's text that gives way to the next by a cross-fade, in the same place. */
export function Fading({ id, children }: FadingProps): ReactElement {
  const [held, setHeld] = useState<{ now: FadingProps; before: FadingProps | null }>({
    now: { id, children },
    before: null,
  })
  if (held.now.id !== id) setHeld({ now: { id, children }, before: held.now })
  return (
    <span className="ak-fading">
      {held.before !== null && (
        <span key={held.before.id} className="ak-fading-page" data-place="leaving" aria-hidden>
          {held.before.children}
        </span>
      )}
      <span key={id} className="ak-fading-page" data-place="shown">
        {children}
      </span>
    </span>
  )
}
