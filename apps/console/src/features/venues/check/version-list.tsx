import type { VenueDraft } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRestoreVenue, useVenueVersions } from '../../../api/venues.ts'
import { useActorWords } from '../../../parts/actor-words.ts'
import { ask } from '../../../parts/ask.tsx'
import { Loaded } from '../../../parts/loaded.tsx'
import { useWhen } from '../../../parts/when.ts'
import classes from './check.module.css'

const FIRST = 5

/** Who changed and published what when; every earlier version can be brought back. */
export function VersionList({
  venue: { id, version },
  readOnly,
  unsaved,
}: {
  venue: VenueDraft
  readOnly: boolean
  unsaved: boolean
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const who = useActorWords()
  const restore = useRestoreVenue()
  const [isWhole, setIsWhole] = useState(false)
  return (
    <section className={classes.card} aria-label={t('venues.versions.title')}>
      <h2>{t('venues.versions.title')}</h2>
      <Loaded query={useVenueVersions(id)}>
        {(all) => (
          <>
            <ol className={classes.versions}>
              {(isWhole ? all : all.slice(0, FIRST)).map((each) => (
                <li key={each.version} data-published={each.isPublished || undefined}>
                  <div>
                    <b>{t(`venues.versions.cause.${each.cause}`)}</b>
                    {each.isPublished && <span className={classes.live}>{t('venues.versions.published')}</span>}
                    <small>
                      {when.dayAndTime(each.at)} · {who(each.by)}
                    </small>
                  </div>
                  {!readOnly && each.version !== version && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      leftSection={<IconRestore size={16} />}
                      disabled={unsaved}
                      aria-label={t('venues.versions.restoreNamed', { at: when.dayAndTime(each.at) })}
                      onClick={() =>
                        ask({
                          title: t('venues.versions.askTitle', { at: when.dayAndTime(each.at) }),
                          text: t('venues.versions.askText'),
                          yes: t('venues.versions.restore'),
                          no: t('common.stop'),
                          colour: 'kingfisher',
                          onYes: () => restore.mutate({ id, version, restore: each.version }),
                        })
                      }
                    >
                      {t('venues.versions.restore')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
            {all.length > FIRST && (
              <Button variant="subtle" size="compact-sm" onClick={() => setIsWhole(!isWhole)}>
                {isWhole ? t('venues.problems.fewer') : t('venues.versions.more', { count: all.length - FIRST })}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
