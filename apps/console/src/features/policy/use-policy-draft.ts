import type { PolicyVersion } from '@akari/protocol'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { onTopOf } from './both-changes.ts'
import { keptPolicy } from './kept-policy.ts'
import { changesBetween, type RuleChange } from './policy-diff.ts'
import { type Rules, type TableEdit, tableEdited, type TableEditor } from './policy-draft.ts'
import { historyOf } from '../../parts/history.ts'
import { ruleWords } from './rule-words.ts'

export type PolicyDraft = {
  editor: TableEditor
  /** The table as it is saved: every rule that nobody has named is named by what it is about. */
  named: Rules
  dispatch: (edit: TableEdit) => void
  /** The version the draft was made from. */
  base: PolicyVersion
  /** What saving would change of it. */
  changes: readonly RuleChange[]
  unsaved: boolean
  /** Somebody saved another version since. */
  behind: boolean
  /** A draft from an earlier visit was taken up. */
  recovered: boolean
  /** What was edited is in force now. */
  settle: (saved: PolicyVersion) => void
  /** Takes up what somebody else saved: with my changes on top, or as it is (my changes are then one undo away). */
  follow: (theirs: PolicyVersion, how: 'with-mine' | 'as-it-is') => void
  startOver: () => void
  forget: () => void
}

/** The table while it is edited; its unsaved state is kept in this browser. */
export function usePolicyDraft(current: PolicyVersion): PolicyDraft {
  const [kept] = useState(() => keptPolicy(window.localStorage))
  const [found] = useState(() => kept.load())
  const [base, setBase] = useState(found?.base ?? current)
  const [editor, dispatch] = useReducer(tableEdited, found?.rules ?? current.policy.rules, historyOf)
  const changes = useMemo(() => changesBetween(base.policy.rules, editor.present), [base, editor.present])
  const unsaved = changes.length > 0
  const { t } = useTranslation()
  const named = useMemo(() => withNames(editor.present, t), [editor.present, t])
  const behind = current.version > base.version
  useEffect(() => {
    if (unsaved) kept.save({ base, rules: named })
    else kept.drop()
  }, [kept, base, named, unsaved])
  const settle = (saved: PolicyVersion): void => {
    setBase(saved)
    dispatch({ type: 'restarted', rules: saved.policy.rules })
  }
  // Nothing of mine to lose: what somebody else saved is what is edited from now on.
  if (behind && !unsaved) settle(current)
  return {
    editor,
    named,
    dispatch,
    base,
    changes,
    unsaved,
    behind,
    recovered: found !== null,
    settle,
    follow: (theirs, how) => {
      const { rules } = onTopOf(base.policy.rules, editor.present, theirs.policy.rules)
      setBase(theirs)
      dispatch({ type: 'loaded', rules })
      if (how === 'as-it-is') dispatch({ type: 'loaded', rules: theirs.policy.rules })
    },
    startOver: () => dispatch({ type: 'loaded', rules: base.policy.rules }),
    forget: kept.drop,
  }
}

function withNames(rules: Rules, t: TFunction): Rules {
  const { name } = ruleWords(t)
  return rules.map((rule) => (rule.name.trim() === '' ? { ...rule, name: name(rule) } : rule))
}
