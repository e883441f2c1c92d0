import type { PolicyRule } from '@akari/protocol'
import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { newId } from '@akari/scenes'
import { blankRule } from './rule-draft.ts'
import { useRuleWords } from './rule-words.ts'
import type { PolicyDraft } from './use-policy-draft.ts'

const UNDO_MS = 12_000
const LONGEST_NAME = 80

/** What can be done with whole rules. Each that is new is opened at once; a deleted one can be brought back. */
export function useRuleActions({ editor, dispatch }: PolicyDraft, onOpen: (id: string) => void) {
  const { t } = useTranslation()
  const words = useRuleWords()
  const rules = editor.present
  const offerUndo = (rule: PolicyRule, at: number): void => {
    const id = notifications.show({
      autoClose: UNDO_MS,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{t('policy.row.deleted', { name: words.name(rule) })}</span>
          <Button
            size="xs"
            variant="light"
            data-testid="undo"
            onClick={() => {
              notifications.hide(id)
              dispatch({ type: 'added', rule, at })
            }}
          >
            {t('common.undo')}
          </Button>
        </Group>
      ),
    })
  }
  return {
    /** On top, where it is tried first: a new rule is nearly always an exception. */
    add: (): void => {
      const rule = blankRule(newId())
      dispatch({ type: 'added', rule, at: 0 })
      onOpen(rule.id)
    },
    duplicate: (id: string): void => {
      const at = rules.findIndex((each) => each.id === id)
      const rule = rules[at]
      if (rule === undefined) return
      const name = t('policy.row.copyOf', { name: words.name(rule) }).slice(0, LONGEST_NAME)
      const copy = { ...rule, id: newId(), name }
      dispatch({ type: 'added', rule: copy, at })
      onOpen(copy.id)
    },
    remove: (id: string): void => {
      const at = rules.findIndex((each) => each.id === id)
      const rule = rules[at]
      if (rule === undefined) return
      dispatch({ type: 'removed', id })
      offerUndo(rule, at)
    },
  }
}
