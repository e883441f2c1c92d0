import { type Alert, KioskLanguage, type Language, type PhraseInReview } from '@akari/protocol'
import { EmergencyScene } from '@akari/scenes'
import { Button, Drawer, Group, Stack } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { type GlassProfile, LOBBY, SmallGlass } from '../../parts/small-glass.tsx'
import page from './languages.module.css'
import classes from './phrases.module.css'
import { alertSaying } from './preview-alert.ts'
import { PhraseText } from './phrase-text.tsx'
import { partOf, unitOf } from './sections.ts'

const UPRIGHT: GlassProfile = { ...LOBBY, widthPx: LOBBY.heightPx, heightPx: LOBBY.widthPx }

/** A phrase on a real glass made small, lying and upright; one walks through what the list shows. */
export function PhrasePreview({
  language,
  shown,
  phrases,
  at,
  onMove,
  onClose,
}: {
  language: Language
  /** What the list shows, to walk through. */
  shown: readonly PhraseInReview[]
  /** The whole book, for what stands around a phrase. */
  phrases: readonly PhraseInReview[]
  at: string
  onMove: (key: string) => void
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const [sentAt] = useState(() => new Date().toISOString())
  const keys = firstOfUnits(shown)
  const place = keys.findIndex((key) => unitOf(key) === unitOf(at))
  const alert = alertSaying(at, phrases, language, { ja: t('app.city'), en: t('app.city') }, sentAt)
  const step = (by: number): void => {
    const next = keys[place + by]
    if (next !== undefined) onMove(next)
  }
  return (
    <Drawer opened onClose={onClose} size="min(76rem, 92vw)" title={t('languages.preview.title')}>
      <Stack data-testid="phrase-preview">
        <Group justify="space-between">
          <Button
            variant="default"
            disabled={place <= 0}
            leftSection={<IconChevronLeft size={18} aria-hidden />}
            onClick={() => step(-1)}
          >
            {t('languages.preview.previous')}
          </Button>
          {place >= 0 && (
            <span className="numbers">{t('languages.preview.place', { at: place + 1, all: keys.length })}</span>
          )}
          <Button
            variant="default"
            disabled={place < 0 || place >= keys.length - 1}
            rightSection={<IconChevronRight size={18} aria-hidden />}
            onClick={() => step(1)}
            data-testid="preview-next"
          >
            {t('languages.preview.next')}
          </Button>
        </Group>
        <div className={classes.glasses}>
          <Glass alert={alert} language={language} profile={LOBBY} label={t('languages.preview.landscape')} />
          <Glass alert={alert} language={language} profile={UPRIGHT} label={t('languages.preview.portrait')} />
        </div>
        <Said language={language} phrases={phrases.filter(({ key }) => unitOf(key) === unitOf(at))} />
        <p className={page.quiet}>{t('languages.preview.note', { language: t(`languageIn.${language}`) })}</p>
      </Stack>
    </Drawer>
  )
}

/** The words themselves, also those that the glass has no room for. */
function Said({ language, phrases }: { language: Language; phrases: readonly PhraseInReview[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <dl className={classes.said}>
      {phrases.map(({ key, texts }) => (
        <div key={key}>
          <dt>{t(`languages.part.${partOf(key) ?? 'single'}`)}</dt>
          <dd>
            <PhraseText text={texts[language] ?? texts.en ?? texts.ja} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Glass({
  alert,
  language,
  profile,
  label,
}: {
  alert: Alert
  language: Language
  profile: GlassProfile
  label: string
}): ReactElement {
  const visitor = KioskLanguage.safeParse(language).data ?? 'ja'
  const name = `${label}: ${alert.words.headline[language] ?? alert.words.headline.ja}`
  return (
    <figure>
      {/* Drawn anew for each phrase: the glass fits its texts to the room when it first draws them. */}
      <SmallGlass key={alert.id} profile={profile} label={name} language={visitor}>
        <EmergencyScene channel="live" alerts={[alert]} language={visitor} timeZone={TIME_ZONE} />
      </SmallGlass>
      <figcaption>{label}</figcaption>
    </figure>
  )
}

function firstOfUnits(phrases: readonly PhraseInReview[]): string[] {
  const first = new Map<string, string>()
  for (const { key } of phrases) if (!first.has(unitOf(key))) first.set(unitOf(key), key)
  return [...first.values()]
}
