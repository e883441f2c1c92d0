import { Language, type TranscriptView } from '@akari/protocol'
import { Button, Drawer, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconBadgeCc, IconFileOff, IconPencil, IconTrash } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { useDeleteTranscript, useTranscript, useTranscripts } from '../../api/captions.ts'
import { useMay } from '../../api/session.ts'
import { useSittings } from '../../api/sittings.ts'
import card from '../../parts/card.module.css'
import { ask } from '../../parts/ask.tsx'
import { SittingWays } from '../../parts/council/sitting-ways.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useWhen } from '../../parts/when.ts'
import '../../parts/world-fonts.ts'
import { CaptionLines } from './caption-lines.tsx'
import { CaptionsNav } from './captions-nav.tsx'
import { CaptionsPanel } from './captions-panel.tsx'
import classes from './captions.module.css'
import { ExportCard } from './export-card.tsx'
import { SourceCard } from './source-card.tsx'
import { TranscriptForm } from './transcript-form.tsx'

const SEARCH_MS = 300

/** One transcript: what was said, to be read, searched and corrected; what is on the displays; and the files of it. */
export function TranscriptPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  return (
    <Loaded query={useTranscripts()}>
      {(all) => {
        const transcript = all.find((each) => each.id === id)
        return transcript === undefined ? (
          <Page title={t('captions.title')}>
            <Empty icon={IconFileOff} title={t('captions.goneTitle')} hint={t('captions.goneHint')}>
              <Button component={Link} to="/captions">
                {t('captions.toList')}
              </Button>
            </Empty>
          </Page>
        ) : (
          <Transcript key={transcript.id} transcript={transcript} />
        )
      }}
    </Loaded>
  )
}

function Transcript({ transcript }: { transcript: TranscriptView }): ReactElement {
  const when = useWhen()
  const sittings = useSittings().data
  return (
    <Page title={transcript.title} lead={when.full(transcript.startsAt)} actions={<Actions transcript={transcript} />}>
      <CaptionsNav />
      <SittingWays sittingId={transcript.sittingId} captionsId={transcript.id} to={['plan', 'clerk', 'recordings']} />
      <div className={classes.columns}>
        <Said transcript={transcript} />
        <div className={classes.side}>
          {(sittings !== undefined || transcript.sittingId === null) && (
            <CaptionsPanel
              transcriptId={transcript.id}
              sitting={sittings?.find(({ id }) => id === transcript.sittingId) ?? null}
            />
          )}
          {transcript.captions > 0 && <ExportCard transcript={transcript} />}
          <SourceCard transcriptId={transcript.id} />
        </div>
      </div>
    </Page>
  )
}

function Actions({ transcript }: { transcript: TranscriptView }): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const mayChange = useMay('content')
  const remove = useDeleteTranscript(() => void navigate('/captions'))
  const [isEdited, setIsEdited] = useState(false)
  const { id, title } = transcript
  return (
    <>
      {mayChange && (
        <>
          <Button variant="default" leftSection={<IconPencil size={18} />} onClick={() => setIsEdited(true)}>
            {t('captions.edit')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTrash size={18} />}
            onClick={() =>
              ask({
                title: t('captions.deleteNamed', { title }),
                text: t('captions.deleteText'),
                yes: t('captions.delete'),
                no: t('common.stop'),
                onYes: () => remove.mutate(id),
              })
            }
          >
            {t('captions.delete')}
          </Button>
        </>
      )}
      <Button component={Link} to="/captions" variant="default" leftSection={<IconArrowLeft size={18} />}>
        {t('captions.toList')}
      </Button>
      <Drawer opened={isEdited} onClose={() => setIsEdited(false)} title={t('captions.edit')}>
        {isEdited && <TranscriptForm transcript={transcript} onSaved={() => setIsEdited(false)} />}
      </Drawer>
    </>
  )
}

/** What was said, oldest first; the newest page is read first and earlier ones are asked for. */
function Said({ transcript: { id, startsAt, languages, captions } }: { transcript: TranscriptView }): ReactElement {
  const { t } = useTranslation()
  const [asked] = useSearchParams()
  const [search, setSearch] = useState(asked.get('search') ?? '')
  const [sought] = useDebouncedValue(search.trim(), SEARCH_MS)
  const [language, setLanguage] = useState<Language | null>(languages.includes('ja') ? 'ja' : null)
  const pages = useTranscript(id, { language, search: sought })
  return (
    <section className={card.card} aria-labelledby="captions-said">
      <header className={classes.cardHead}>
        <h2 id="captions-said">{t('captions.said')}</h2>
        <Select
          aria-label={t('captions.language')}
          placeholder={t('captions.everyLanguage')}
          clearable
          value={language}
          onChange={(value) => setLanguage(Language.safeParse(value).data ?? null)}
          data={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
          w={185}
        />
        <div className={classes.seek}>
          <SearchField value={search} onChange={setSearch} label={t('captions.search')} fullWidth />
        </div>
      </header>
      {captions === 0 ? (
        <Empty icon={IconBadgeCc} title={t('captions.nothingSaid')} hint={t('captions.nothingSaidHint')} />
      ) : (
        <Loaded query={pages}>
          {(data) => (
            <CaptionLines
              transcriptId={id}
              startsAt={startsAt}
              captions={data.pages.toReversed().flatMap((page) => page.captions)}
              showsLanguage={language === null}
              search={sought}
              earlier={
                pages.hasNextPage ? (
                  <Button
                    variant="subtle"
                    loading={pages.isFetchingNextPage}
                    onClick={() => void pages.fetchNextPage()}
                  >
                    {t('captions.earlier')}
                  </Button>
                ) : null
              }
            />
          )}
        </Loaded>
      )}
    </section>
  )
}
