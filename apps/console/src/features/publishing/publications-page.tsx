import type { Publication } from '@akari/protocol'
import { Accordion, Button } from '@mantine/core'
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePublicationChanges, usePublications } from '../../api/publishing.ts'
import { useMay } from '../../api/session.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWhen } from '../../parts/when.ts'
import { ChangeGroups } from './change-groups.tsx'
import classes from './publishing.module.css'
import { RestoreDialog } from './restore-dialog.tsx'

/** 公開の記録: who let what out, when and why; and back to any of them. */
export function PublicationsPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('publications.title')} lead={t('publications.lead')}>
      <Loaded query={usePublications()}>
        {(publications) =>
          publications.length === 0 ? (
            <Empty icon={IconHistory} title={t('publications.empty')} hint={t('publications.emptyHint')}>
              <Button component={Link} to="/publish">
                {t('publishing.title')}
              </Button>
            </Empty>
          ) : (
            <Records publications={publications} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Records({ publications }: { publications: readonly Publication[] }): ReactElement {
  const [opened, setOpened] = useState<string | null>(null)
  const [restoring, setRestoring] = useState<Publication | null>(null)
  const mayRestore = useMay('content')
  return (
    <>
      <Accordion value={opened} onChange={setOpened} variant="separated" chevronPosition="left">
        {publications.map((publication, n) => (
          <div key={publication.sequence} className={classes.record}>
            <Accordion.Item value={String(publication.sequence)}>
              <Accordion.Control>
                <Heading publication={publication} isNow={n === 0} />
              </Accordion.Control>
              <Accordion.Panel>
                {opened === String(publication.sequence) && <Changes sequence={publication.sequence} />}
              </Accordion.Panel>
            </Accordion.Item>
            {mayRestore && n > 0 && <RestoreButton publication={publication} onRestore={setRestoring} />}
          </div>
        ))}
      </Accordion>
      {restoring !== null && <RestoreDialog publication={restoring} onClose={() => setRestoring(null)} />}
    </>
  )
}

function RestoreButton({
  publication,
  onRestore,
}: {
  publication: Publication
  onRestore: (publication: Publication) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <Button
      variant="light"
      leftSection={<IconArrowBackUp size={18} />}
      onClick={() => onRestore(publication)}
      aria-label={t('publications.restoreNamed', { number: publication.sequence })}
      data-testid={`restore-${publication.sequence}`}
    >
      {t('publications.restore')}
    </Button>
  )
}

function Heading({ publication, isNow }: { publication: Publication; isNow: boolean }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const { sequence, at, by, cause, comment, displays, restores } = publication
  return (
    <div className={classes.heading}>
      <span className={classes.number}>{sequence}</span>
      <div>
        <strong>
          {cause === 'restored'
            ? t('publications.restoredFrom', { number: restores })
            : t(`publications.cause.${cause}`)}
          {comment !== '' && <span className={classes.why}>{t('publications.why', { comment })}</span>}
        </strong>
        <span className={classes.meta}>
          {when.full(at)}
          {by !== '' && ` · ${who(by)}`}
          {displays.length > 0 && ` · ${t('publishing.displays', { count: displays.length })}`}
        </span>
      </div>
      {isNow && <span className={classes.now}>{t('publications.now')}</span>}
    </div>
  )
}

function Changes({ sequence }: { sequence: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <Loaded query={usePublicationChanges(sequence, 'before')}>
      {({ groups }) =>
        groups.length === 0 ? (
          <p className={classes.quiet}>{t('publications.noChanges')}</p>
        ) : (
          <ChangeGroups groups={groups} />
        )
      }
    </Loaded>
  )
}
