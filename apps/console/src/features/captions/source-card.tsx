import { newId } from '@akari/scenes'
import { Anchor, Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import classes from './captions.module.css'
import own from './source-card.module.css'

/** The page of the whole API, opened at what hands captions in. */
const DOCS = '/api/docs#/captions/post_api_transcripts__id__captions'

/** Where stenographers' machines and recognisers send to. */
export function SourceCard({ transcriptId }: { transcriptId: string }): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  const { origin } = window.location
  const path = `/api/transcripts/${transcriptId}`
  const captions = `${origin}${path}/captions`
  const socket = `${origin.replace(/^http/, 'ws')}${path}`
  return (
    <section className={card.card} aria-labelledby="captions-source">
      <h2 id="captions-source">{t('captions.source')}</h2>
      <dl className={own.addresses}>
        <Address name={t('captions.captionsTo')} address={`${socket}/captions`} />
        <Address name={t('captions.captionsOverHttp')} address={captions} />
        <Address name={t('captions.audioTo')} address={`${socket}/audio`} />
      </dl>
      <Example address={captions} />
      <p className={classes.quiet}>
        {t('captions.sourceHint')}{' '}
        {administers && (
          <Anchor component={Link} to="/users?tab=tokens&scope=captions:write" inherit>
            {t('captions.makeKey')}
          </Anchor>
        )}
        <Anchor href={DOCS} target="_blank" inherit data-testid="captions-docs">
          {t('captions.docs')}
        </Anchor>
      </p>
    </section>
  )
}

function Address({ name, address }: { name: string; address: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code>{address}</code>
        <Copy text={address} label={t('captions.copyNamed', { name })} />
      </dd>
    </>
  )
}

/** A caption to try it with, spoken now: one of yesterday is refused. The key stands in a variable of the shell. */
function Example({ address }: { address: string }): ReactElement {
  const { t } = useTranslation()
  const [spokenAt] = useState(() => new Date().toISOString())
  // One that no machine counts to: it is to take nobody's place.
  const [segmentId] = useState(newId)
  const caption = {
    segmentId,
    language: t('captions.exampleLanguage'),
    speaker: t('captions.exampleSpeaker'),
    text: t('captions.exampleText'),
    spokenAt,
    state: 'final',
  }
  const command = [
    `curl ${address}`,
    '-H "Authorization: Bearer $TOKEN"',
    "-H 'Content-Type: application/json'",
    // One line that may be broken between its fields.
    `-d '${JSON.stringify({ captions: [caption] }, null, 1).replaceAll(/\n */g, ' ')}'`,
  ].join(' \\\n  ')
  return (
    <div className={own.example}>
      <div className={own.exampleHead}>
        <h3>{t('captions.example')}</h3>
        <Copy text={command} label={t('captions.copyExample')} />
      </div>
      <pre data-testid="captions-example">{command}</pre>
      <p className={classes.quiet}>{t('captions.exampleHint')}</p>
    </div>
  )
}

function Copy({ text, label }: { text: string; label: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={copy}
          aria-label={label}
        >
          {copied ? t('captions.copied') : t('captions.copy')}
        </Button>
      )}
    </CopyButton>
  )
}
