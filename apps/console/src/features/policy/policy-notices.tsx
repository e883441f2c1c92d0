import type { PolicyInForce } from '@akari/protocol'
import { Alert, Anchor, Button } from '@mantine/core'
import { IconRestore, IconUsers } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useActorWords } from '../../parts/actor-words.ts'
import { useWhen } from '../../parts/when.ts'
import type { PolicyDraft } from './use-policy-draft.ts'
import classes from './table.module.css'

/** Which version this is, what is unsaved, and what somebody else did meanwhile. */
export function PolicyNotices({
  inForce,
  draft,
  mayChange,
  onCompare,
}: {
  inForce: PolicyInForce
  draft: PolicyDraft
  mayChange: boolean
  onCompare: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const { version, at, by, note } = inForce.current
  const { unsaved, behind, changes } = draft
  return (
    <>
      <p className={classes.state} data-testid="policy-version">
        <span>{t('policy.inForce', { version })}</span>
        {version > 1 && <span className="numbers">{t('policy.savedBy', { at: when.full(at), by: who(by) })}</span>}
        {note !== '' && <span>{t('policy.findings.named', { name: note })}</span>}
        {mayChange && (
          <b role="status" data-unsaved={unsaved || undefined}>
            {unsaved ? t('policy.unsaved', { count: changes.length }) : t('policy.allSaved')}
          </b>
        )}
        {unsaved && (
          <Anchor component="button" type="button" size="sm" onClick={draft.startOver}>
            {t('policy.startOver')}
          </Anchor>
        )}
      </p>
      {!mayChange && <p className={classes.none}>{t('policy.looksOnly')}</p>}
      {inForce.unreadable && <Alert color="vermilion">{t('policy.unreadable')}</Alert>}
      {draft.recovered && unsaved && !behind && (
        <Alert color="kingfisher" icon={<IconRestore />}>
          {t('policy.recovered')}
        </Alert>
      )}
      {behind && unsaved && (
        <Alert color="amber" icon={<IconUsers />} data-testid="policy-behind">
          {t('policy.conflict.notice', { by: who(by), version, at: when.dayAndTime(at) })}{' '}
          <Button size="compact-sm" variant="white" onClick={onCompare}>
            {t('policy.conflict.compare')}
          </Button>
        </Alert>
      )}
    </>
  )
}
