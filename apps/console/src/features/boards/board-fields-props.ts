import type { BoardContent, KioskLanguage } from '@akari/protocol'

/** What the form of a kind of board is given. */
export type BoardFieldsProps<K extends BoardContent['kind'] = BoardContent['kind']> = {
  board: Extract<BoardContent, { kind: K }>
  language: KioskLanguage
  /** `about` names what is changed: more of the same is one step of undo; null: a step of its own. */
  onChange: (board: BoardContent, about: string | null) => void
}
