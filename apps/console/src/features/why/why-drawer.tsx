import type { DisplayView, Programme } from '@akari/protocol'
import { Button, Drawer } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useDesk } from '../../api/alerts.ts'
import { useProgramme } from '../../api/displays.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { GlassView } from './glass-view.tsx'
import { LadderView } from './ladder-view.tsx'
import { namesOf } from './names.ts'
import { NextChange } from './next-change.tsx'
import { useCourses, useLadder, useWindows } from './use-glass-at.ts'
import classes from './why.module.css'

/** «なぜ?» of one display as it is now, beside the page it was asked on. */
export function WhyDrawer({ display, onClose }: { display: DisplayView; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const programme = useProgramme(display.id)
  const { name } = display.profile
  return (
    <Drawer opened onClose={onClose} size="44rem" title={`${t('why.title')} ${name}`}>
      <div className={classes.drawer} data-testid="why-drawer">
        <Loaded query={programme}>{(held) => <Now display={display} programme={held} />}</Loaded>
        <Button component={Link} to={`/why?display=${encodeURIComponent(display.id)}`} variant="light">
          {t('why.more')}
        </Button>
      </div>
    </Drawer>
  )
}

const LOOK_MS = 1000
/** «次は» is said of what comes within a week; /why looks further. */
const AHEAD = 8

function Now({ display, programme }: { display: DisplayView; programme: Programme | null }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const textIn = useTextIn()
  const desk = useDesk().data
  const atMs = useNow(LOOK_MS)
  const windows = useWindows(programme, atMs, AHEAD)
  const ladder = useLadder(display, programme, windows, desk, atMs, atMs)
  const courses = useCourses(programme, windows, atMs)
  const deps = { t, when, names: namesOf(programme, desk, textIn), programme, atMs }
  return (
    <>
      <GlassView display={display} programme={programme} direction={ladder.direction} atMs={atMs} />
      {programme !== null && <NextChange programme={programme} ladder={ladder} courses={courses} deps={deps} />}
      <LadderView ladder={ladder} deps={deps} />
    </>
  )
}
