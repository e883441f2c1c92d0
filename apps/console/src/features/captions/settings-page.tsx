import { type CaptionSettings, type CaptionSettingsInput, Language, type Recogniser } from '@akari/protocol'
import { Button, Group, MultiSelect, PasswordInput, SegmentedControl, Switch, TextInput } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCaptionSettings, useSaveCaptionSettings } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { CaptionsNav } from './captions-nav.tsx'
import classes from './captions.module.css'

const LISTENERS = ['none', 'whisper', 'vosk'] as const
type Listener = (typeof LISTENERS)[number]
const USUAL_ADDRESS: Record<Recogniser['kind'], string> = {
  whisper: 'http://127.0.0.1:8080',
  vosk: 'ws://127.0.0.1:2700',
}
const USUAL_TRANSLATOR = 'http://127.0.0.1:5000'

/** Who turns speech into captions, and who translates them; administrators set it up. */
export function CaptionSettingsPage(): ReactElement {
  const { t } = useTranslation()
  return (
    <Page title={t('captions.settings.title')} lead={t('captions.settings.lead')}>
      <CaptionsNav />
      <Loaded query={useCaptionSettings()}>
        {(settings) => <SettingsForm key={settings.version} settings={settings} />}
      </Loaded>
    </Page>
  )
}

function SettingsForm({ settings }: { settings: CaptionSettings }): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  const save = useSaveCaptionSettings()
  const [recogniser, setRecogniser] = useState(settings.recogniser)
  const [translator, setTranslator] = useState<CaptionSettingsInput['translator']>(
    settings.translator === null ? null : { url: settings.translator.url, languages: settings.translator.languages },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ recogniser, translator, version: settings.version })
      }}
    >
      <fieldset disabled={!administers} className={classes.bare}>
        <div className={classes.pair}>
          <RecogniserCard recogniser={recogniser} onChange={setRecogniser} />
          <TranslatorCard
            translator={translator}
            hasKey={settings.translator?.hasKey === true}
            onChange={setTranslator}
          />
        </div>
        <Trouble error={save.error} />
        <Group mt="md">
          {administers ? (
            <Button
              type="submit"
              loading={save.isPending}
              disabled={translator !== null && translator.languages.length === 0}
              data-testid="caption-settings-save"
            >
              {t('captions.save')}
            </Button>
          ) : (
            <p className={classes.quiet}>{t('captions.settings.onlyAdmin')}</p>
          )}
          {save.isSuccess && <output className={classes.quiet}>{t('captions.settings.saved')}</output>}
        </Group>
      </fieldset>
    </form>
  )
}

function RecogniserCard({
  recogniser,
  onChange,
}: {
  recogniser: Recogniser | null
  onChange: (recogniser: Recogniser | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const kind: Listener = recogniser?.kind ?? 'none'
  const choose = (next: string): void => {
    const chosen = LISTENERS.find((each) => each === next) ?? 'none'
    onChange(chosen === 'none' ? null : { kind: chosen, url: USUAL_ADDRESS[chosen] })
  }
  return (
    <section className={card.card} aria-labelledby="captions-recogniser">
      <h2 id="captions-recogniser">{t('captions.settings.recogniser')}</h2>
      <SegmentedControl
        value={kind}
        onChange={choose}
        aria-label={t('captions.settings.recogniser')}
        data={LISTENERS.map((value) => ({ value, label: t(`captions.settings.kind.${value}`) }))}
      />
      <p className={classes.quiet}>{t(`captions.settings.hint.${kind}`)}</p>
      {recogniser !== null && (
        <TextInput
          label={t('captions.settings.address')}
          value={recogniser.url}
          required
          onChange={(event) => onChange({ ...recogniser, url: event.currentTarget.value })}
          data-testid="caption-recogniser"
        />
      )}
    </section>
  )
}

function TranslatorCard({
  translator,
  hasKey,
  onChange,
}: {
  translator: CaptionSettingsInput['translator']
  hasKey: boolean
  onChange: (translator: CaptionSettingsInput['translator']) => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <section className={card.card} aria-labelledby="captions-translator">
      <h2 id="captions-translator">{t('captions.settings.translator')}</h2>
      <Switch
        checked={translator !== null}
        label={t('captions.settings.translates')}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? { url: USUAL_TRANSLATOR, languages: ['en'] } : null)
        }
        data-testid="caption-translates"
      />
      <p className={classes.quiet}>{t('captions.settings.translatorHint')}</p>
      {translator !== null && (
        <div className={classes.fields}>
          <TextInput
            label={t('captions.settings.address')}
            value={translator.url}
            required
            onChange={(event) => onChange({ ...translator, url: event.currentTarget.value })}
          />
          <MultiSelect
            label={t('captions.settings.languages')}
            value={translator.languages}
            maxValues={8}
            onChange={(chosen) =>
              onChange({
                ...translator,
                languages: Language.exclude(['ja']).options.filter((language) => chosen.includes(language)),
              })
            }
            data={Language.exclude(['ja']).options.map((value) => ({ value, label: t(`language.${value}`) }))}
          />
          <PasswordInput
            label={t('captions.settings.key')}
            description={t(hasKey ? 'captions.settings.keyIsSet' : 'captions.settings.keyHint')}
            value={translator.key ?? ''}
            autoComplete="off"
            onChange={(event) => {
              const { key: _before, ...rest } = translator
              const key = event.currentTarget.value
              onChange(key === '' ? rest : { ...rest, key })
            }}
          />
        </div>
      )}
    </section>
  )
}
