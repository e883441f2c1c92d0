import type { SittingView } from '@akari/protocol'
import { Alert, Skeleton } from '@mantine/core'
import { IconDeviceTvOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFreshCaptions } from '../../api/captions.ts'
import { agreementOf } from '../../parts/agreement.ts'
import { alike, type ShownThere } from '../../parts/council/shown-there.ts'
import { useShownWords } from '../../parts/council/shown-words.ts'
import type { SittingGlass as Glass } from '../../parts/council/use-sitting-glasses.ts'
import { isConnected } from '../../parts/display-state.ts'
import { LivingThumbnail } from '../../parts/living-thumbnail.tsx'
import { useNameList } from '../../parts/name-list.ts'
import { useTargetWords } from '../../parts/target-words.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './clerk.module.css'
import { BringForward } from './bring-forward.tsx'
import { SittingGlass } from './sitting-glass.tsx'

const MOST_NAMES = 4
const LOOKS_MS = 10_000

type Props = { sitting: SittingView; glasses: readonly Glass[] | null; nowMs: number }
type PanelProps = Props & { locked: boolean }

/** Are its displays meant to show a sitting now? */
export function isMeantNow({ shown, takenOffBy }: SittingView, nowMs: number): boolean {
  return shown !== null && takenOffBy === null && Date.parse(shown.startsAt) <= nowMs
}

/** What is on the displays of a sitting now; while they are not meant to show it, how they will. */
export function GlassPanel({ sitting, glasses, nowMs, locked }: PanelProps): ReactElement {
  const { t } = useTranslation()
  useFreshCaptions(sitting.captionsId)
  const groups = glasses === null || !isMeantNow(sitting, nowMs) ? [] : alike(glasses)
  const [lead] = groups
  const isWaited = glasses === null && isMeantNow(sitting, nowMs)
  const [first] = lead?.glasses ?? []
  // The picture is of what it is to show, which its own report may contradict.
  const isSeen = first === undefined || agreementOf(first.display, first.direction).kind === 'same'
  const onGlass = isSeen ? 'sittings.onGlass' : 'sittings.glass.supposed'
  const title = t(lead === undefined && !isWaited ? 'sittings.looks' : onGlass)
  return (
    <section className={classes.panel} aria-label={title} data-testid="clerk-glass">
      <h2>{title}</h2>
      {isWaited && <Skeleton height={200} radius={6} />}
      {lead !== undefined && <Picture glass={lead.glasses[0]} />}
      {lead === undefined && !isWaited && <Preview sitting={sitting} nowMs={nowMs} />}
      <NotThere groups={groups} sitting={sitting} locked={locked} />
      <Where sitting={sitting} glasses={glasses} nowMs={nowMs} />
    </section>
  )
}

function Picture({ glass: { display, direction, city } }: { glass: Glass }): ReactElement {
  const { widthPx, heightPx } = display.profile
  return (
    <div className={classes.picture} style={{ aspectRatio: `${widthPx} / ${heightPx}` }}>
      <LivingThumbnail display={display} direction={direction} city={city} />
    </div>
  )
}

function Preview({ sitting, nowMs }: { sitting: SittingView; nowMs: number }): ReactElement {
  const { standing } = sitting.live
  return <SittingGlass id={sitting.id} plan={sitting} standing={standing} nowMs={nowMs - (nowMs % LOOKS_MS)} />
}

type Groups = readonly { there: ShownThere; glasses: readonly Glass[] }[]

type NotThereProps = { groups: Groups; sitting: SittingView; locked: boolean }

/** What displays show instead, and which; nothing where all of them show the sitting. */
function NotThere({ groups, sitting, locked }: NotThereProps): ReactElement | null {
  const { t } = useTranslation()
  const words = useShownWords()
  const nameList = useNameList(MOST_NAMES)
  const others = groups.filter(({ there }) => there.is !== 'sitting')
  const [only] = others
  if (only === undefined) return null
  const isAlone = groups.length === 1 && only.glasses.length === 1
  const shows = (is: ShownThere['is']): boolean => others.some(({ there }) => there.is === is)
  return (
    <Alert
      color="amber"
      icon={<IconDeviceTvOff aria-hidden />}
      title={t(`sittings.glass.${titleOf(groups)}`)}
      data-testid="clerk-not-there"
    >
      {isAlone ? (
        <p className={classes.told}>
          {t(only.there.is === 'unknown' ? 'sittings.glass.onlyUnknown' : 'sittings.glass.only', {
            what: words(only.there),
          })}
        </p>
      ) : (
        <ul className={classes.told}>
          {others.map(({ there, glasses }) => (
            <li key={JSON.stringify(there)}>
              {t('sittings.glass.line', {
                names: nameList(glasses.map(({ display }) => display.profile.name)),
                what: words(there),
              })}
            </li>
          ))}
        </ul>
      )}
      {shows('otherSitting') && <p className={classes.told}>{t('sittings.overlap.rule')}</p>}
      {shows('otherSitting') && <BringForward sitting={sitting} locked={locked} />}
      {shows('emergency') && <p className={classes.told}>{t('sittings.glass.afterEmergency')}</p>}
    </Alert>
  )
}

function titleOf(groups: Groups): 'unsure' | 'notThere' | 'notEverywhere' {
  const known = groups.filter(({ there }) => there.is !== 'unknown')
  if (known.every(({ there }) => there.is === 'sitting')) return 'unsure'
  return known.some(({ there }) => there.is === 'sitting') ? 'notEverywhere' : 'notThere'
}

/** On which displays it is, from when until when, and how many of them answer. */
function Where({ sitting, glasses, nowMs }: Props): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const where = useTargetWords()
  const { shown, targets, takenOffBy } = sitting
  const places = where(targets)
  if (takenOffBy !== null) return null
  if (places === '') return <p className={classes.quiet}>{t('sittings.noDisplaysLong')}</p>
  if (shown === null) return <p className={classes.quiet}>{t('sittings.shownNoMore', { places })}</p>
  const isOn = isMeantNow(sitting, nowMs)
  const isThere = glasses?.every(({ there }) => there.is === 'sitting') ?? false
  const until = when.dayAndTime(shown.endsAt)
  return (
    <p className={classes.quiet} data-testid="clerk-shown">
      {!isOn && t('sittings.shownFrom', { places, from: when.dayAndTime(shown.startsAt) })}
      {isOn && t(isThere ? 'sittings.shownUntil' : 'sittings.glass.meant', { places, until })}{' '}
      {glasses !== null && glasses.length > 0 && (
        <span>
          {t('sittings.glass.connected', {
            of: glasses.length,
            count: glasses.filter(({ display }) => isConnected(display)).length,
          })}
        </span>
      )}{' '}
      {isOn && glasses?.some(hasPicture(sitting)) === true && <span>{t('sittings.glass.withoutPicture')}</span>}
    </p>
  )
}

/** Does a display play the stream of a sitting, as far as anybody knows? */
function hasPicture({ streamId, live: { standing } }: SittingView): (glass: Glass) => boolean {
  return ({ there }) => streamId !== null && standing.phase === 'inSession' && there.is === 'sitting'
}
