import { Anchor, Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import classes from './captions.module.css'

/** Where stenographers' machines and recognisers send to. */
export function SourceCard({ transcriptId }: { transcriptId: string }): ReactElement {
  const { t } = useTranslation()
  const administers = useMay('administration')
  const { origin } = window.location
  const path = `/api/transcripts/${transcriptId}`
  const socket = `${origin.replace(/^http/, 'ws')}${path}`
  return (
    <section className={card.card} aria-labelledby="captions-source">
      <h2 id="captions-source">{t('captions.source')}</h2>
      <dl className={classes.addresses}>
        <Address name={t('captions.captionsTo')} address={`${socket}/captions`} />
        <Address name={t('captions.captionsOverHttp')} address={`${origin}${path}/captions`} />
        <Address name={t('captions.audioTo')} address={`${socket}/audio`} />
      </dl>
      <p className={classes.quiet}>
        {t('captions.sourceHint')}{' '}
        {administers && (
          <Anchor component={Link} to="/users?tab=tokens&scope=captions:write" inherit>
            {t('captions.makeKey')}
          </Anchor>
        )}
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
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
              onClick={copy}
              aria-label={t('captions.copyNamed', { name })}
            >
              {copied ? t('captions.copied') : t('captions.copy')}
            </Button>
          )}
        </CopyButton>
      </dd>
    </>
  )
}
