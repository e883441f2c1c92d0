import type { Language } from '@akari/protocol'

/** What stands on a glass that has the captions in several languages; whole turns of the second one are two steps. */
export interface LanguageTurns {
  /** The first language, and below it the one whose turn it is. */
  stand: readonly Language[]
  /** Which of them is shown where there is room for one only. */
  inTurn: Language | undefined
  /** What is not seen any more once the next step is taken. */
  leaves: Language | null
}

/** Where the languages stand after so many steps; `isForOne`: the band has room for one of them. */
export function turnsAfter(steps: number, [first, ...others]: readonly Language[], isForOne: boolean): LanguageTurns {
  const second = others[Math.floor(steps / 2) % Math.max(others.length, 1)]
  if (first === undefined || second === undefined)
    return { stand: first === undefined ? [] : [first], inTurn: first, leaves: null }
  const inTurn = steps % 2 === 0 ? first : second
  const isOver = steps % 2 === 1 && others.length > 1
  return { stand: [first, second], inTurn, leaves: isForOne ? inTurn : isOver ? second : null }
}
