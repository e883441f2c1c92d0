import type { FeedView, TimetableChoices } from '@akari/protocol'
import { Button, Checkbox, FileButton, Group, Stack } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChoices, useSaveFeed, useUploadTimetable } from '../../api/feeds.ts'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import { StopPicker } from '../../parts/stop-picker.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { stopChoice } from '../../parts/use-timetable.ts'
import { asSize, useWhen } from '../../parts/when.ts'
import { inputOf } from './feed-draft.ts'
import { Overtaken } from './overtaken.tsx'
import { useHeldDraft } from './use-held-draft.ts'
import classes from './feeds.module.css'

const MOST_STOPS = 300

/** The timetable of a source: uploaded or fetched, what its import found, and which routes and stops displays keep of it. */
export function TimetableCard({ feed }: { feed: FeedView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayChange = useMay('content')
  const upload = useUploadTimetable()
  const { id, version, timetable } = feed
  return (
    <section className={card.card} aria-labelledby="feed-timetable" data-testid="feed-timetable">
      <h2 id="feed-timetable">{t('feeds.timetable')}</h2>
      {timetable === null ? (
        <p className={classes.quiet}>{t('feeds.noTimetable')}</p>
      ) : (
        <dl className={classes.facts}>
          <dt>{t('feeds.imported')}</dt>
          <dd>{t('feeds.importedAt', { at: when.dayAndTime(timetable.importedAt), size: asSize(timetable.bytes) })}</dd>
          <dt>{t('feeds.valid')}</dt>
          <dd>{`${timetable.validFrom ?? '–'} – ${timetable.validTo ?? '–'}`}</dd>
          <dt>{t('feeds.holds')}</dt>
          <dd>{t('feeds.holdsCount', { routes: timetable.routes, stops: timetable.stops, trips: timetable.trips })}</dd>
        </dl>
      )}
      {timetable?.isBeingCut === true && <p role="status">{t('feeds.beingCut')}</p>}
      {timetable !== null && timetable.warnings.length > 0 && <Warnings warnings={timetable.warnings} />}
      <Trouble error={upload.error} />
      {mayChange && (
        <Group mt="sm">
          <FileButton
            accept=".zip,application/zip"
            onChange={(file) => file !== null && upload.mutate({ id, version, file })}
          >
            {(props) => (
              <Button
                {...props}
                size="sm"
                variant="light"
                leftSection={<IconFileUpload size={18} />}
                loading={upload.isPending}
              >
                {t('feeds.upload')}
              </Button>
            )}
          </FileButton>
        </Group>
      )}
      {timetable !== null && <Choice feed={feed} readOnly={!mayChange} />}
    </section>
  )
}

function Warnings({ warnings }: { warnings: NonNullable<FeedView['timetable']>['warnings'] }): ReactElement {
  const { t, i18n } = useTranslation()
  return (
    <details>
      <summary>{t('feeds.warnings', { count: warnings.length })}</summary>
      <ul>
        {warnings.map(({ code, text }, index) => (
          <li key={`${code} ${index}`}>{i18n.language === 'en' ? text.en : text.ja}</li>
        ))}
      </ul>
    </details>
  )
}

/** Routes and stops to keep; nothing chosen keeps everything. */
function Choice({ feed, readOnly }: { feed: FeedView; readOnly: boolean }): ReactElement | null {
  const choices = useChoices(feed.id, true).data
  if (choices === undefined || feed.source.kind !== 'transit') return null
  return <ChoiceForm feed={feed} source={feed.source} choices={choices} readOnly={readOnly} />
}

function ChoiceForm({
  feed,
  source,
  choices,
  readOnly,
}: {
  feed: FeedView
  source: Extract<FeedView['source'], { kind: 'transit' }>
  choices: TimetableChoices
  readOnly: boolean
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const save = useSaveFeed()
  const form = useHeldDraft({ routes: source.routes, stops: source.stops })
  const { routes, stops } = form.draft
  const words = useMemo(() => {
    const names = new Map(choices.routes.map(({ id, name, longName }) => [id, textIn((longName ?? name).texts)]))
    return choices.stops.map((stop) =>
      stopChoice(
        stop,
        stop.routes.map((route) => names.get(route) ?? route),
        textIn,
      ),
    )
  }, [choices, textIn])
  return (
    <fieldset disabled={readOnly} className={classes.bare}>
      <Stack gap="sm" mt="md">
        <p className={classes.quiet}>{t('feeds.choiceHint')}</p>
        <Checkbox.Group
          label={t('boards.routes')}
          value={routes}
          onChange={(next) => form.change({ routes: next, stops })}
        >
          <Group mt={4} gap="sm">
            {choices.routes.map(({ id, name, longName, trips }) => (
              <Checkbox
                key={id}
                value={id}
                label={t('feeds.routeTrips', { name: textIn((longName ?? name).texts), count: trips })}
              />
            ))}
          </Group>
        </Checkbox.Group>
        <StopPicker
          label={t('boards.field.stops')}
          stops={words}
          chosen={stops}
          most={MOST_STOPS}
          onChange={(next) => form.change({ routes, stops: next })}
          testId="feed-stop"
        />
        <Overtaken form={form} />
        {form.state !== 'overtaken' && <Trouble error={save.error} />}
        {!readOnly && (
          <Group>
            <Button
              size="sm"
              disabled={form.state !== 'changed'}
              data-testid="feed-keep"
              loading={save.isPending}
              onClick={() =>
                save.mutate(
                  { id: feed.id, feed: { ...inputOf(feed), source: { ...source, routes, stops } } },
                  { onSuccess: form.drop },
                )
              }
            >
              {t('feeds.keepThese')}
            </Button>
          </Group>
        )}
      </Stack>
    </fieldset>
  )
}
