import type { PolicyRule } from '@akari/protocol'
import { type History, historyOf, redone, stepped, undone } from '../../parts/history.ts'

export type Rules = readonly PolicyRule[]

/** The table while it is edited, with the way back and forth. */
export type TableEditor = History<Rules>

export type TableEdit =
  | { type: 'changed'; rule: PolicyRule; part: string }
  | { type: 'added'; rule: PolicyRule; at: number }
  | { type: 'removed'; id: string }
  | { type: 'moved'; from: number; to: number }
  | { type: 'loaded'; rules: Rules }
  | { type: 'undone' }
  | { type: 'redone' }
  /** Starts over from a table that is in force: nothing to undo. */
  | { type: 'restarted'; rules: Rules }

/** The editor after an edit. Every edit but a restart can be undone, also loading what somebody else saved. */
export function tableEdited(editor: TableEditor, edit: TableEdit): TableEditor {
  const { present } = editor
  switch (edit.type) {
    case 'changed': {
      const rules = present.map((rule) => (rule.id === edit.rule.id ? edit.rule : rule))
      return step(editor, rules, `${edit.rule.id} ${edit.part}`)
    }
    case 'added':
      return step(editor, present.toSpliced(edit.at, 0, edit.rule), null)
    case 'removed':
      return step(
        editor,
        present.filter(({ id }) => id !== edit.id),
        null,
      )
    case 'moved':
      return step(editor, moved(present, edit.from, edit.to), null)
    case 'loaded':
      return step(editor, edit.rules, null)
    case 'undone':
      return undone(editor)
    case 'redone':
      return redone(editor)
    case 'restarted':
      return historyOf(edit.rules)
  }
}

/** Are these two tables the same, rule by rule and in the same order? */
export function sameRules(a: Rules, b: Rules): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The table with one rule taken out of its place and put at another (both counted from 0, in the table before). */
export function moved(rules: Rules, from: number, to: number): Rules {
  const rule = rules[from]
  if (rule === undefined || to < 0 || to >= rules.length) return rules
  return rules.toSpliced(from, 1).toSpliced(to, 0, rule)
}

function step(editor: TableEditor, present: Rules, about: string | null): TableEditor {
  return stepped(editor, present, about, (a, b) => !sameRules(a, b))
}
