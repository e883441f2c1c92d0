import type { PolicyRule, PolicyVersion } from '@akari/protocol'
import { Loader, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSavePolicy } from '../../api/policy.ts'
import { isConflict } from '../../api/problem.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { changesBetween } from './policy-diff.ts'
import { SaveDialog } from './save-dialog.tsx'
import type { PolicyDraft } from './use-policy-draft.ts'

/** Which window is open over the table. */
export type Opened =
  | { what: 'nothing' }
  | { what: 'save' }
  | { what: 'history' }
  | { what: 'restore'; version: PolicyVersion }
  | { what: 'conflict' }

/** Saving, looking back, putting back, and settling what two people did at once. */
export function PolicyWindows({
  opened,
  onOpen,
  draft,
  current,
  rules,
  warnings,
  mayChange,
}: {
  opened: Opened
  onOpen: (opened: Opened) => void
  draft: PolicyDraft
  current: PolicyVersion
  /** The table as it is edited, every rule with a name. */
  rules: readonly PolicyRule[]
  warnings: number
  mayChange: boolean
}): ReactElement | null {
  const { t } = useTranslation()
  const save = useSavePolicy()
  const close = (): void => {
    save.reset()
    onOpen({ what: 'nothing' })
  }
  const put = (wanted: readonly PolicyRule[], note: string, said: (version: number) => string): void =>
    save.mutate(
      { basedOn: draft.base.version, note, policy: { rules: [...wanted] } },
      {
        onSuccess: ({ current: saved }) => {
          draft.settle(saved)
          notifications.show({ color: 'zelkova', message: said(saved.version) })
          close()
        },
        onError: (error) => isConflict(error) && onOpen({ what: 'conflict' }),
      },
    )
  const error = save.error !== null && isConflict(save.error) ? null : save.error
  switch (opened.what) {
    case 'nothing':
      return null
    case 'history':
      return (
        <HistoryDrawer
          current={current}
          unsaved={draft.unsaved}
          onRestore={mayChange ? (version) => onOpen({ what: 'restore', version }) : null}
          onClose={close}
        />
      )
    case 'save':
      return (
        <SaveDialog
          title={t('policy.saveDialog.title', { version: current.version + 1 })}
          text={t('policy.saveDialog.text')}
          firstNote=""
          yes={t('policy.saveDialog.yes')}
          changes={draft.changes}
          warnings={warnings}
          busy={save.isPending}
          error={error}
          onSave={(note) => put(rules, note, (version) => t('policy.saveDialog.saved', { version }))}
          onClose={close}
        />
      )
    case 'restore': {
      const { version, policy } = opened.version
      return (
        <SaveDialog
          title={t('policy.historyDrawer.restoreTitle', { version })}
          text={t('policy.historyDrawer.restoreText', { version, next: current.version + 1 })}
          firstNote={t('policy.historyDrawer.restoreNote', { version })}
          yes={t('policy.historyDrawer.restore', { version })}
          changes={changesBetween(current.policy.rules, policy.rules)}
          warnings={0}
          busy={save.isPending}
          error={error}
          onSave={(note) => put(policy.rules, note, (next) => t('policy.historyDrawer.restored', { version, next }))}
          onClose={close}
        />
      )
    }
    case 'conflict':
      // Until what they saved has arrived there is nothing to compare with.
      if (!draft.behind)
        return (
          <Modal opened onClose={close} title={t('policy.conflict.title')}>
            <Loader aria-label={t('common.loading')} />
          </Modal>
        )
      return (
        <ConflictDialog
          base={draft.base}
          theirs={current}
          mine={rules}
          onFollow={(how) => {
            draft.follow(current, how)
            const { version } = current
            const said = how === 'with-mine' ? 'reapplied' : 'taken'
            notifications.show({ message: t(`policy.conflict.${said}`, { version }) })
            close()
          }}
          onClose={close}
        />
      )
  }
}
