import type { PolicyVersion } from '@akari/protocol'
import { Alert, Button, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useActorWords } from '../../parts/actor-words.ts'
import { useWhen } from '../../parts/when.ts'
import { onTopOf } from './both-changes.ts'
import { ChangeList } from './change-list.tsx'
import { changesBetween } from './policy-diff.ts'
import type { Rules } from './policy-draft.ts'
import { useRuleWords } from './rule-words.ts'
import classes from './changes.module.css'

/** Somebody saved another version meanwhile: what they changed, what I changed, and what becomes of it. Nothing is lost. */
export function ConflictDialog({
  base,
  theirs,
  mine,
  onFollow,
  onClose,
}: {
  base: PolicyVersion
  theirs: PolicyVersion
  mine: Rules
  onFollow: (how: 'with-mine' | 'as-it-is') => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const words = useRuleWords()
  const { version } = theirs
  const by = who(theirs.by)
  const { contested } = onTopOf(base.policy.rules, mine, theirs.policy.rules)
  const theirTitle = t('policy.conflict.theirs', { by, version, at: when.dayAndTime(theirs.at) })
  return (
    <Modal opened onClose={onClose} size="xl" title={t('policy.conflict.title')}>
      <Stack>
        <Text>{t('policy.conflict.text')}</Text>
        {contested.length > 0 && (
          <Alert color="amber">
            {t('policy.conflict.contested', { names: contested.map(words.name).join(t('common.listSeparator')) })}
          </Alert>
        )}
        <SimpleGrid cols={2}>
          <section className={classes.side}>
            <h3>{theirTitle}</h3>
            {theirs.note !== '' && <Text size="sm">{theirs.note}</Text>}
            <ChangeList changes={changesBetween(base.policy.rules, theirs.policy.rules)} label={theirTitle} />
            <div className={classes.foot}>
              <Button variant="default" onClick={() => onFollow('as-it-is')} data-testid="policy-take-theirs">
                {t('policy.conflict.takeTheirs', { version })}
              </Button>
              <small>{t('policy.conflict.takeTheirsHint')}</small>
            </div>
          </section>
          <section className={classes.side}>
            <h3>{t('policy.conflict.mine')}</h3>
            <ChangeList changes={changesBetween(base.policy.rules, mine)} label={t('policy.conflict.mine')} />
            <div className={classes.foot}>
              <Button onClick={() => onFollow('with-mine')} data-testid="policy-reapply">
                {t('policy.conflict.reapply')}
              </Button>
              <small>{t('policy.conflict.reapplyHint', { version })}</small>
            </div>
          </section>
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('policy.conflict.later')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
