import type { PolicyVersion, PolicyVersionHead } from '@akari/protocol'
import { Badge, Button, Drawer, Group } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePolicyVersion, usePolicyVersions } from '../../api/policy.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useWhen } from '../../parts/when.ts'
import { ChangeList } from './change-list.tsx'
import { changesBetween } from './policy-diff.ts'
import { useRuleWords } from './rule-words.ts'
import classes from './changes.module.css'

type Restore = {
  /** Null for those who only look. */
  onRestore: ((version: PolicyVersion) => void) | null
  unsaved: boolean
}

/** Every version of the table: who, when, why, and what changed; any of them can be put back as a new one. */
export function HistoryDrawer({
  current,
  onClose,
  ...restore
}: { current: PolicyVersion; onClose: () => void } & Restore): ReactElement {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <Drawer opened onClose={onClose} size={640} title={t('policy.historyDrawer.title')}>
      <Loaded query={usePolicyVersions()}>
        {(heads) => (
          <ol className={classes.versions} reversed>
            {heads.map((head, index) => (
              <Version
                key={head.version}
                head={head}
                before={heads[index + 1]?.version ?? null}
                inForce={head.version === current.version}
                open={head.version === opened}
                onOpen={(open) => setOpened(open ? head.version : null)}
                {...restore}
              />
            ))}
          </ol>
        )}
      </Loaded>
    </Drawer>
  )
}

function Version({
  head,
  before,
  inForce,
  open,
  onOpen,
  ...restore
}: {
  head: PolicyVersionHead
  before: number | null
  inForce: boolean
  open: boolean
  onOpen: (open: boolean) => void
} & Restore): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const { version, at, by, note } = head
  return (
    <li data-testid={`policy-version-${version}`}>
      <div className={classes.versionHead}>
        <b>{t('policy.version', { version })}</b>
        {inForce && <Badge variant="light">{t('policy.historyDrawer.current')}</Badge>}
        <span>{t('policy.savedBy', { at: when.full(at), by: who(by) })}</span>
      </div>
      <p className={classes.note} data-empty={note === '' || undefined}>
        {note === '' ? t('policy.historyDrawer.noNote') : note}
      </p>
      <Button
        size="xs"
        variant="default"
        aria-expanded={open}
        onClick={() => onOpen(!open)}
        data-testid={`policy-show-${version}`}
      >
        {open ? t('policy.historyDrawer.hide') : t('policy.historyDrawer.show', { version })}
      </Button>
      {open && <Inside version={version} before={before} inForce={inForce} {...restore} />}
    </li>
  )
}

function Inside({
  version,
  before,
  inForce,
  unsaved,
  onRestore,
}: { version: number; before: number | null; inForce: boolean } & Restore): ReactElement {
  const { t } = useTranslation()
  const words = useRuleWords()
  const former = usePolicyVersion(before)
  return (
    <Loaded query={usePolicyVersion(version)}>
      {(shown) => (
        <div className={classes.inside}>
          <section>
            <h3 className={classes.heading}>{t('policy.historyDrawer.changed')}</h3>
            {before === null ? (
              <p className={classes.none}>{t('policy.historyDrawer.first')}</p>
            ) : (
              <Loaded query={former}>
                {({ policy }) => (
                  <ChangeList
                    changes={changesBetween(policy.rules, shown.policy.rules)}
                    label={t('policy.historyDrawer.changed')}
                  />
                )}
              </Loaded>
            )}
          </section>
          <section>
            <h3 className={classes.heading}>{t('policy.historyDrawer.table')}</h3>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
            <ol className={classes.sentences} tabIndex={0} aria-label={t('policy.historyDrawer.table')}>
              {shown.policy.rules.map((rule) => (
                <li key={rule.id}>
                  <b>{words.name(rule)}</b> {words.sentence(rule)}
                </li>
              ))}
            </ol>
          </section>
          {!inForce && onRestore !== null && (
            <Group gap="sm">
              <Button
                variant="light"
                disabled={unsaved}
                onClick={() => onRestore(shown)}
                data-testid={`policy-restore-${version}`}
              >
                {t('policy.historyDrawer.restore', { version })}
              </Button>
              {unsaved && <span className={classes.none}>{t('policy.historyDrawer.restoreUnsaved')}</span>}
            </Group>
          )}
        </div>
      )}
    </Loaded>
  )
}
