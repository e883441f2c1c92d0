import type { TranscriptHit, TranscriptView } from '@akari/protocol'
import { Button, Drawer } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBadgeCc, IconPlus, IconSearchOff } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useTranscripts, useTranscriptSearch } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import '../../parts/world-fonts.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { CaptionsNav } from './captions-nav.tsx'
import { Marked } from './marked.tsx'
import rows from '../../parts/record-rows.module.css'
import classes from './captions.module.css'
import { TranscriptForm } from './transcript-form.tsx'

const SEARCH_MS = 300
const CLOCK_MS = 10_000
/** Somebody spoke so recently. */
const LIVE_MS = 60_000

/** 字幕: what was said in which sitting, to be found again by its words. */
export function CaptionsPage(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayChange = useMay('content')
  const [search, setSearch] = useState('')
  const [sought] = useDebouncedValue(search.trim(), SEARCH_MS)
  const [isNew, setIsNew] = useState(false)
  return (
    <Page
      title={t('captions.title')}
      lead={t('captions.lead')}
      actions={
        <>
          <SearchField value={search} onChange={setSearch} label={t('captions.searchAll')} />
          {mayChange && (
            <Button leftSection={<IconPlus size={18} />} onClick={() => setIsNew(true)} data-testid="transcript-new">
              {t('captions.prepare')}
            </Button>
          )}
        </>
      }
    >
      <CaptionsNav />
      {sought === '' ? <Transcripts /> : <Hits search={sought} />}
      <Drawer opened={isNew} onClose={() => setIsNew(false)} title={t('captions.prepare')}>
        {isNew && <TranscriptForm transcript={null} onSaved={({ id }) => void navigate(`/captions/${id}`)} />}
      </Drawer>
    </Page>
  )
}

function Transcripts(): ReactElement {
  const { t } = useTranslation()
  return (
    <Loaded query={useTranscripts()}>
      {(all) =>
        all.length === 0 ? (
          <Empty icon={IconBadgeCc} title={t('captions.emptyTitle')} hint={t('captions.emptyHint')} />
        ) : (
          <ul className={`${rows.list} ${classes.transcripts}`}>
            {all.map((transcript) => (
              <Row key={transcript.id} transcript={transcript} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function Row({ transcript }: { transcript: TranscriptView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const nowMs = useNow(CLOCK_MS)
  const { id, title, startsAt, languages, captions, lastAt } = transcript
  const isLive = lastAt !== null && nowMs - Date.parse(lastAt) < LIVE_MS
  return (
    <li className={rows.row} data-tone={isLive ? 'good' : 'past'} data-testid={`transcript-${id}`}>
      <div>
        <p className={rows.name}>
          <Link to={`/captions/${id}`}>{title}</Link>
          {isLive && <span className={classes.live}>{t('captions.isLive')}</span>}
        </p>
        <p className={`${classes.quiet} numbers`}>{when.full(startsAt)}</p>
      </div>
      <p className={classes.languages}>
        {languages.map((language) => (
          <span key={language} lang={language} className={classes.chip}>
            {t(`language.${language}`)}
          </span>
        ))}
      </p>
      <p className={`${classes.count} numbers`}>{t('captions.count', { count: captions })}</p>
    </li>
  )
}

function Hits({ search }: { search: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <Loaded query={useTranscriptSearch(search)}>
      {(hits) =>
        hits.length === 0 ? (
          <Empty icon={IconSearchOff} title={t('captions.noHits', { search })} hint={t('captions.noHitsHint')} />
        ) : (
          <ul className={rows.list}>
            {hits.map((hit) => (
              <Hit
                key={`${hit.transcript.id} ${hit.caption.segmentId} ${hit.caption.language}`}
                hit={hit}
                search={search}
              />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}

function Hit({ hit: { transcript, caption }, search }: { hit: TranscriptHit; search: string }): ReactElement {
  const when = useWhen()
  const { speaker, text, ruby } = caption
  return (
    <li className={classes.hit}>
      <p lang={caption.language} className={classes.said}>
        {speaker !== null && (
          <b>
            <Marked text={speaker} ruby={ruby?.speaker} search={search} />
          </b>
        )}{' '}
        <Marked text={text} ruby={ruby?.text} search={search} />
      </p>
      <p className={`${classes.quiet} numbers`}>
        <Link to={`/captions/${transcript.id}?search=${encodeURIComponent(search)}`}>{transcript.title}</Link>
        <span>{when.full(caption.spokenAt)}</span>
      </p>
    </li>
  )
}
