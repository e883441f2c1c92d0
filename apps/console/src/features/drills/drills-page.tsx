import { Button, Tabs } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { DrillPlan } from '@akari/protocol'
import { useDrills, usePractice } from '../../api/drills.ts'
import { useMay } from '../../api/session.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { PlanList } from './plan-list.tsx'
import { PracticePanel } from './practice-panel.tsx'
import { RunList } from './run-list.tsx'
import { SelfTestPanel } from './self-test-panel.tsx'

const TABS = ['plans', 'runs', 'selfTest', 'practice'] as const
type Tab = (typeof TABS)[number]

/** Drills: plans, what became of them, the nightly self-test, and who is due to practise. */
export function DrillsPage(): ReactElement {
  const { t } = useTranslation()
  const [parameters, setParameters] = useSearchParams()
  const mayAct = useMay('alerts')
  const drills = useDrills()
  const practice = usePractice()
  const overdue = practice.data?.filter((each) => each.overdue).length ?? 0
  const [edited, setEdited] = useState<{ plan: DrillPlan | null } | null>(null)
  const tab: Tab = TABS.find((each) => each === parameters.get('tab')) ?? 'plans'
  const open = (next: string | null): void =>
    setParameters(next === 'plans' ? {} : { tab: next ?? '' }, { replace: true })
  return (
    <Page
      title={t('drills.title')}
      lead={t('drills.lead')}
      actions={
        mayAct && (
          <Button
            leftSection={<IconPlus size={18} />}
            onClick={() => setEdited({ plan: null })}
            data-testid="drill-new"
          >
            {t('drills.new')}
          </Button>
        )
      }
    >
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List mb="md">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each} data-testid={`drills-tab-${each}`}>
              {t(`drills.tab.${each}`)}
              {each === 'practice' && overdue > 0 && t('drills.overdueCount', { count: overdue })}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plans">
          <Loaded query={drills}>
            {(board) => <PlanList board={board} mayAct={mayAct} onEdit={(plan) => setEdited({ plan })} />}
          </Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="runs">
          <Loaded query={drills}>{(board) => <RunList runs={board.runs} />}</Loaded>
        </Tabs.Panel>
        <Tabs.Panel value="selfTest">
          <SelfTestPanel mayAct={mayAct} />
        </Tabs.Panel>
        <Tabs.Panel value="practice">
          <Loaded query={practice}>{(all) => <PracticePanel practice={all} onPlans={() => open('plans')} />}</Loaded>
        </Tabs.Panel>
      </Tabs>
      {edited !== null && <PlanDrawer plan={edited.plan} onClose={() => setEdited(null)} />}
    </Page>
  )
}
