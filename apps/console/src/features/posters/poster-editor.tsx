import {
  KIOSK_LANGUAGES,
  type KioskLanguage,
  PICTURED_TEMPLATES,
  PosterInput,
  posterTexts,
  type PosterView,
} from '@akari/protocol'
import { ActionIcon, Alert, Anchor, Button, Group, Select, Stack, Tabs, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconDeviceFloppy, IconRestore } from '@tabler/icons-react'
import { type ReactElement, useEffect, useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { isConflict } from '../../api/problem.ts'
import { newestPosters, useSavePoster } from '../../api/posters.ts'
import { useMay } from '../../api/session.ts'
import { keeperOf, keptIn } from '../../parts/kept-drafts.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { PosterSmall } from '../../parts/poster-small.tsx'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { LOBBY } from '../../parts/small-glass.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useLibrary } from '../../parts/use-library.ts'
import { writtenPoster } from './blank-poster.ts'
import { FaultLine } from './fault-line.tsx'
import { OneText } from './field-parts.tsx'
import { type PosterFault, posterFaults, PosterFaults } from './poster-faults.ts'
import { PosterFields } from './poster-fields.tsx'
import { historyOf } from '../../parts/history.ts'
import { differ, editedPoster } from './poster-history.ts'
import { ReadingCheck, TURNED } from './reading-check.tsx'
import classes from './posters.module.css'

const KEPT = 'akari.console.poster-draft.'

/** Fills in one poster: the form at the left, both shapes of glass as they will look at the right. */
export function PosterEditor({ saved, start }: { saved: PosterView | null; start: PosterDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const navigate = useNavigate()
  const mayChange = useMay('content')
  const { assets } = useLibrary()
  const [keeper] = useState(() => keeperOf(keptIn(window.localStorage, KEPT, PosterInput), saved?.id ?? 'new'))
  const [kept] = useState(() => (saved === null ? null : keeper.load()))
  const [history, dispatch] = useReducer(editedPoster, kept ?? start, historyOf)
  const [version, setVersion] = useState(kept?.version ?? saved?.version ?? 0)
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const save = useSavePoster()
  const leaving = useRef(false)
  const draft = history.present
  const unsaved = differ(draft, saved ?? start)
  const written = writtenPoster(draft, version)
  const faults = posterFaults(draft)
  useEffect(() => {
    if (unsaved) leaving.current = false
    if (!unsaved) keeper.drop()
    else if (written !== null) keeper.keep(draft, written)
  }, [keeper, draft, unsaved, written])
  const change = (part: Partial<PosterDraft>, about: string): void =>
    dispatch({ type: 'changed', draft: { ...draft, ...part }, about })
  const saveAs = (id: string | null, as: number): void => {
    if (written === null) return
    save.mutate(
      { id, poster: { ...written, version: as } },
      {
        onSuccess: (made) => {
          keeper.forget(draft)
          setVersion(made.version)
          leaving.current = true
          notifications.show({ color: 'zelkova', message: t('posters.saved', { title: textIn(made.title) }) })
          if (id !== made.id) void navigate(`/posters/${made.id}`, { replace: true })
        },
      },
    )
  }
  const goTo = ({ id, why }: PosterFault): void => {
    if (why === 'missing' || why === 'japanese') setLanguage('ja')
    requestAnimationFrame(() => document.getElementById(id)?.focus())
  }
  const saveNow = (): void => saveAs(saved?.id ?? null, version)
  useHotkeys(
    [
      ['mod+Z', () => dispatch({ type: 'undone' })],
      ['mod+shift+Z', () => dispatch({ type: 'redone' })],
      ['mod+Y', () => dispatch({ type: 'redone' })],
      ['mod+S', () => unsaved && saveNow()],
    ],
    [],
    true,
  )
  const conflict = save.error !== null && isConflict(save.error)
  const missing = KIOSK_LANGUAGES.filter((each) =>
    [draft.title, ...posterTexts(draft.poster).map(({ texts }) => texts)].some(
      (texts) => texts.ja !== '' && texts[each] === undefined,
    ),
  )
  const pictures = assets.filter((asset) => asset.kind === 'image' && asset.variantOf === null)
  return (
    <PosterFaults value={faults}>
      <div className={classes.editor}>
        <header className={classes.head}>
          <div>
            <Anchor component={Link} to="/posters" className={classes.back ?? ''}>
              <IconArrowLeft size={18} aria-hidden /> {t('posters.title')}
            </Anchor>
            <h1>
              {draft.title.ja === ''
                ? t('posters.newOf', { template: t(`posters.template.${draft.poster.template}`) })
                : textIn(draft.title)}
            </h1>
          </div>
          <Group gap="sm" wrap="nowrap">
            <Step
              label={t('posters.undo')}
              off={history.past.length === 0}
              onClick={() => dispatch({ type: 'undone' })}
            >
              <IconArrowBackUp size={20} />
            </Step>
            <Step
              label={t('posters.redo')}
              off={history.future.length === 0}
              onClick={() => dispatch({ type: 'redone' })}
            >
              <IconArrowForwardUp size={20} />
            </Step>
            {mayChange && (
              <Button
                size="md"
                leftSection={<IconDeviceFloppy size={20} />}
                disabled={!unsaved || written === null}
                loading={save.isPending}
                onClick={saveNow}
                data-testid="poster-save"
              >
                {t('common.save')}
              </Button>
            )}
          </Group>
        </header>
        {mayChange && <FaultLine onGo={goTo} />}
        {kept !== null && differ(kept, saved ?? start) && (
          <Alert color="kingfisher" icon={<IconRestore />}>
            {t('posters.recovered')}
          </Alert>
        )}
        {conflict && saved !== null ? (
          <Alert color="amber" title={t('posters.conflict')}>
            <p>{t('posters.conflictText')}</p>
            <Group mt="sm">
              <Button variant="default" onClick={() => saveAs(null, 0)}>
                {t('posters.saveAsNew')}
              </Button>
              <Button
                variant="light"
                color="vermilion"
                onClick={() =>
                  void newestPosters().then((all) =>
                    saveAs(saved.id, all.find(({ id }) => id === saved.id)?.version ?? 0),
                  )
                }
              >
                {t('posters.overwrite')}
              </Button>
            </Group>
          </Alert>
        ) : (
          <Trouble error={save.error} />
        )}
        <div className={classes.columns}>
          <fieldset disabled={!mayChange} className={classes.form}>
            <Tabs
              value={language}
              onChange={(next) => setLanguage(KIOSK_LANGUAGES.find((each) => each === next) ?? 'ja')}
              variant="pills"
            >
              <Tabs.List aria-label={t('posters.language')}>
                {KIOSK_LANGUAGES.map((each) => (
                  <Tabs.Tab key={each} value={each} lang={each} data-testid={`poster-language-${each}`}>
                    {t(`language.${each}`)}
                    {missing.includes(each) && <span className={classes.missing}> {t('posters.missing')}</span>}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              <Tabs.Panel value={language} pt="md">
                <Stack gap="sm">
                  <OneText
                    label={t('posters.titleField')}
                    value={draft.title}
                    language={language}
                    onChange={(title) => change({ title }, `title ${language}`)}
                    testId="poster-title"
                  />
                  <PosterFields
                    poster={draft.poster}
                    language={language}
                    onChange={(poster, about) => change({ poster }, about)}
                  />
                  {PICTURED_TEMPLATES.includes(draft.poster.template) && (
                    <Select
                      label={t('posters.picture')}
                      placeholder={t('posters.noPicture')}
                      searchable
                      clearable
                      value={draft.pictureId}
                      data={pictures.map((asset) => ({ value: asset.id, label: textIn(asset.title) }))}
                      onChange={(pictureId) => change({ pictureId }, 'picture')}
                    />
                  )}
                </Stack>
              </Tabs.Panel>
            </Tabs>
          </fieldset>
          <section className={classes.previews} aria-label={t('posters.preview')}>
            <div className={classes.glasses}>
              <div className={classes.wide}>
                <PosterSmall poster={draft} assets={assets} profile={LOBBY} language={language} />
              </div>
              <div className={classes.tall}>
                <PosterSmall poster={draft} assets={assets} profile={TURNED} language={language} />
              </div>
            </div>
            <ReadingCheck draft={draft} />
          </section>
        </div>
        <LeaveGuard when={() => unsaved && !leaving.current} armed={unsaved} onDiscard={() => keeper.forget(draft)} />
      </div>
    </PosterFaults>
  )
}

function Step({
  label,
  off,
  onClick,
  children,
}: {
  label: string
  off: boolean
  onClick: () => void
  children: ReactElement
}): ReactElement {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={off} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
