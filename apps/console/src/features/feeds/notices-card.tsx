import { type FeedView, MOST_NOTICES, type TransitNotice } from '@akari/protocol'
import { newId } from '@akari/scenes'
import { Button, Group, MultiSelect, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveNotices } from '../../api/feeds.ts'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import { MomentField } from '../../parts/moment-field.tsx'
import { TextsField } from '../../parts/texts-field.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTransitChoices } from '../../parts/use-timetable.ts'
import { Overtaken } from './overtaken.tsx'
import { useHeldDraft } from './use-held-draft.ts'
import classes from './feeds.module.css'

/** What staff say of routes (運休・迂回) where the operator sends nothing; on the boards at once. */
export function NoticesCard({ feed }: { feed: FeedView }): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const save = useSaveNotices()
  const { routes } = useTransitChoices(feed.id)
  const form = useHeldDraft<TransitNotice[]>(feed.notices)
  const { draft: notices, change: setNotices } = form
  const change = (index: number, part: Partial<TransitNotice>): void =>
    setNotices(notices.map((each, other) => (other === index ? { ...each, ...part } : each)))
  const whole = notices.every(({ text }) => text.ja.trim() !== '')
  return (
    <section className={card.card} aria-labelledby="feed-notices" data-testid="feed-notices">
      <h2 id="feed-notices">{t('feeds.notices')}</h2>
      <fieldset disabled={!mayChange} className={classes.bare}>
        <Stack gap="sm">
          <p className={classes.quiet}>{t('feeds.noticesHint')}</p>
          {notices.map((notice, index) => (
            <Stack key={notice.id} gap="xs" className={classes.notice ?? ''}>
              <TextsField
                label={t('feeds.noticeText')}
                value={notice.text}
                lines={2}
                onChange={(text) => change(index, { text })}
                testId={`notice-text-${index}`}
              />
              <MultiSelect
                label={t('boards.routes')}
                placeholder={notice.routeIds.length === 0 ? t('boards.allRoutes') : ''}
                searchable
                value={notice.routeIds}
                data={routes}
                onChange={(routeIds) => change(index, { routeIds })}
              />
              <Group grow gap="xs">
                <MomentField
                  label={t('feeds.from')}
                  placeholder={t('feeds.atOnce')}
                  value={notice.from}
                  onChange={(from) => change(index, { from })}
                />
                <MomentField
                  label={t('feeds.until')}
                  placeholder={t('feeds.untilTakenBack')}
                  value={notice.until}
                  onChange={(until) => change(index, { until })}
                />
              </Group>
              <Group justify="flex-end">
                <Button
                  size="xs"
                  variant="subtle"
                  color="gray"
                  onClick={() => setNotices(notices.filter((_, other) => other !== index))}
                >
                  {t('feeds.takeBack')}
                </Button>
              </Group>
            </Stack>
          ))}
          <Overtaken form={form} />
          {form.state !== 'overtaken' && <Trouble error={save.error} />}
          <Group>
            <Button
              size="sm"
              variant="light"
              leftSection={<IconPlus size={18} />}
              disabled={notices.length >= MOST_NOTICES}
              onClick={() =>
                setNotices([...notices, { id: newId(), text: { ja: '' }, routeIds: [], from: null, until: null }])
              }
              data-testid="notice-add"
            >
              {t('feeds.addNotice')}
            </Button>
            <Button
              size="sm"
              disabled={form.state !== 'changed' || !whole}
              loading={save.isPending}
              onClick={() =>
                save.mutate(
                  { id: feed.id, notices: { notices, version: feed.version } },
                  {
                    onSuccess: () => {
                      form.drop()
                      notifications.show({ color: 'zelkova', message: t('feeds.noticesSaved') })
                    },
                  },
                )
              }
              data-testid="notices-save"
            >
              {t('feeds.showNow')}
            </Button>
          </Group>
        </Stack>
      </fieldset>
    </section>
  )
}
