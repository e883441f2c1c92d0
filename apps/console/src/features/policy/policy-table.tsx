import type { PolicyInForce } from '@akari/protocol'
import { Button, SegmentedControl } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDisplays } from '../../api/displays.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { useLeave } from '../../parts/use-leave.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { decidingRule, type Situation } from './deciding.ts'
import { FindingSummary } from './finding-list.tsx'
import { PolicyActions } from './policy-head.tsx'
import { PolicyNotices } from './policy-notices.tsx'
import { type Opened, PolicyWindows } from './policy-windows.tsx'
import { RuleDrawer } from './rule-drawer.tsx'
import { RuleTable, type TableView } from './rule-table.tsx'
import { showRule } from './show-rule.ts'
import { findingsAt } from './table-state.ts'
import { FIRST_TRY, Tester } from './tester.tsx'
import { useFindings } from './use-findings.ts'
import { usePolicyDraft } from './use-policy-draft.ts'
import { useRuleActions } from './use-rule-actions.tsx'
import classes from './table.module.css'

/** The table with everything that is done to it: edit, order, check, try, save, look back. */
export function PolicyTable({ inForce }: { inForce: PolicyInForce }): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('alerts')
  const draft = usePolicyDraft(inForce.current)
  const { editor, dispatch, unsaved, named } = draft
  const rules = editor.present
  const checked = useFindings(inForce, named, unsaved)
  const groups = [...new Set(useDisplays().data?.flatMap((display) => display.groups) ?? [])].sort()
  const [ruleId, setRuleId] = useState<string | null>(null)
  const [opened, setOpened] = useState<Opened>({ what: 'nothing' })
  const [view, setView] = useState<TableView>('sections')
  const [search, setSearch] = useState('')
  const [situation, setSituation] = useState<Situation | null>(null)
  const actions = useRuleActions(draft, setRuleId)
  const leave = useLeave({ isUnsaved: () => unsaved, saving: false })
  const deciding = situation === null ? null : decidingRule(rules, situation)
  const at = rules.findIndex(({ id }) => id === ruleId)
  const rule = rules[at]
  useHotkeys(
    mayChange
      ? [
          ['mod+Z', () => dispatch({ type: 'undone' })],
          ['mod+shift+Z', () => dispatch({ type: 'redone' })],
          ['mod+Y', () => dispatch({ type: 'redone' })],
        ]
      : [],
  )
  return (
    <Page
      title={t('policy.title')}
      lead={t('policy.lead')}
      actions={
        <PolicyActions
          draft={draft}
          checked={checked}
          readOnly={!mayChange}
          trying={situation !== null}
          onTry={() => setSituation(situation === null ? FIRST_TRY : null)}
          onHistory={() => setOpened({ what: 'history' })}
          onSave={() => setOpened({ what: draft.behind ? 'conflict' : 'save' })}
        />
      }
    >
      <PolicyNotices
        inForce={inForce}
        draft={draft}
        mayChange={mayChange}
        onCompare={() => setOpened({ what: 'conflict' })}
      />
      <Trouble error={checked.error} />
      <div className={classes.layout} data-trying={situation !== null || undefined}>
        <div className={classes.main}>
          <FindingSummary checked={checked} rules={named} onOpen={mayChange ? setRuleId : null} />
          <div className={classes.tools}>
            <SegmentedControl
              aria-label={t('policy.view')}
              value={view}
              onChange={(next) => setView(next === 'order' ? 'order' : 'sections')}
              data={[
                { value: 'sections', label: t('policy.viewSections') },
                { value: 'order', label: t('policy.viewOrder') },
              ]}
            />
            <SearchField value={search} onChange={setSearch} label={t('policy.search')} />
            {mayChange && (
              <Button
                leftSection={<IconPlus size={18} />}
                variant="light"
                onClick={actions.add}
                data-testid="policy-add"
              >
                {t('policy.add')}
              </Button>
            )}
          </div>
          {rules.length === 0 ? (
            <Empty icon={IconTable} title={t('policy.emptyTitle')} hint={t('policy.emptyHint')} />
          ) : (
            <RuleTable
              view={view}
              search={search}
              state={{
                rules,
                findings: checked.findings,
                changes: draft.changes,
                decidingId: deciding?.id ?? null,
                readOnly: !mayChange,
                filtered: false,
              }}
              onMove={(from, to) => dispatch({ type: 'moved', from, to })}
              onOpen={setRuleId}
              onDuplicate={actions.duplicate}
              onDelete={actions.remove}
            />
          )}
        </div>
        {situation !== null && (
          <Tester
            situation={situation}
            deciding={deciding === null ? null : { rule: deciding, index: rules.indexOf(deciding) }}
            unsaved={unsaved}
            onChange={setSituation}
            onShow={showRule}
            onClose={() => setSituation(null)}
          />
        )}
      </div>
      {rule !== undefined && mayChange && (
        <RuleDrawer
          rule={rule}
          index={at}
          rules={named}
          findings={findingsAt(checked.findings, rule.id)}
          groups={groups}
          isNew={!draft.base.policy.rules.some(({ id }) => id === rule.id)}
          onChange={(changed, part) => dispatch({ type: 'changed', rule: changed, part })}
          onClose={() => setRuleId(null)}
        />
      )}
      <PolicyWindows
        opened={opened}
        onOpen={setOpened}
        draft={draft}
        current={inForce.current}
        rules={named}
        warnings={checked.findings.filter(({ severity }) => severity === 'warning').length}
        mayChange={mayChange}
      />
      <LeaveGuard leave={leave} armed={unsaved} onDiscard={draft.forget} />
    </Page>
  )
}
