import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { matches } from '../../parts/matching.ts'
import { RuleList } from './rule-list.tsx'
import type { RowActions } from './rule-row.tsx'
import { useRuleWords } from './rule-words.ts'
import { alsoFor, bySection, type PlacedRule, placedRules } from './sections.ts'
import { showRule } from './show-rule.ts'
import type { TableState } from './table-state.ts'
import rows from './rules.module.css'
import classes from './table.module.css'

export type TableView = 'sections' | 'order'

/** The table, by hazard for reading, or in one list in the order in which the rules are tried. */
export function RuleTable({
  view,
  search,
  state,
  onMove,
  ...actions
}: {
  view: TableView
  search: string
  state: TableState
  onMove: (from: number, to: number) => void
} & Omit<RowActions, 'onStep'>): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const found = ({ rule }: PlacedRule): boolean => matches(search, [words.name(rule), words.sentence(rule)])
  const listed = { ...actions, state: { ...state, filtered: search.trim() !== '' }, onMove }
  const rules = placedRules(state.rules).filter(found)
  if (rules.length === 0) return <p className={classes.none}>{t('policy.noneFound')}</p>
  switch (view) {
    case 'order':
      return (
        <div className={classes.table} data-testid="policy-table">
          <Columns />
          <RuleList name="order" listed={rules} {...listed} />
        </div>
      )
    case 'sections':
      return (
        <div className={classes.table} data-testid="policy-table">
          <Columns />
          {bySection(state.rules).map(({ section, rules: all }) => {
            const shown = all.filter(found)
            if (shown.length === 0 && search.trim() !== '') return null
            return (
              <section key={section} className={classes.section} aria-labelledby={`policy-${section}`}>
                <h2 id={`policy-${section}`}>{t(`policy.section.${section}`)}</h2>
                {shown.length === 0 ? (
                  <p className={classes.none}>{t('policy.emptySection')}</p>
                ) : (
                  <RuleList name={section} listed={shown} {...listed} />
                )}
                <AlsoFor rules={alsoFor(section, state.rules)} />
              </section>
            )
          })}
        </div>
      )
  }
}

/** What stands where in a row; on narrow pages rows explain themselves. */
function Columns(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={rows.columns} aria-hidden>
      <span>{t('policy.columns.order')}</span>
      <span>{t('policy.columns.when')}</span>
      <div>
        <span>{t('policy.columns.mode')}</span>
        <span>{t('policy.columns.sound')}</span>
        <span>{t('policy.columns.stages')}</span>
        <span>{t('policy.columns.groups')}</span>
      </div>
    </div>
  )
}

/** What decides about hazards of this part and stands in another: nobody should have to know where to look. */
function AlsoFor({ rules }: { rules: readonly PlacedRule[] }): ReactElement | null {
  const { t } = useTranslation()
  const words = useRuleWords()
  if (rules.length === 0) return null
  return (
    <p className={classes.also}>
      {t('policy.also')}{' '}
      {rules.map(({ rule, index }) => (
        <button key={rule.id} type="button" onClick={() => showRule(rule.id)}>
          {t('policy.alsoRule', { place: index + 1, name: words.name(rule) })}
        </button>
      ))}
    </p>
  )
}
