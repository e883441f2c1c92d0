import type { KioskLanguage, VenueEdits } from '@akari/protocol'
import { Kiosk, type KioskBuilding, type KioskVoice, Stage } from '@akari/scenes'
import { compileGuide, indexVenue, type Shut } from '@akari/wayfinding'
import { Modal } from '@mantine/core'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShelters } from '../../../api/desk-messages.ts'
import { TIME_ZONE } from '../../../parts/local-time.ts'
import { useSceneResources } from '../../../parts/scene-resources.ts'
import { type GlassProfile, LOBBY } from '../../../parts/small-glass.tsx'
import { useNow } from '../../../parts/use-now.ts'
import '../../../parts/world-fonts.ts'
import type { VenueKit } from '../model/kit.ts'
import classes from './try.module.css'

const CLOCK_MS = 60_000
/** Nobody in an office wants to be read to by a preview. */
const QUIET: KioskVoice = {
  say: () => Promise.resolve('cut'),
  play: () => Promise.resolve('cut'),
  chime: () => undefined,
  hush: () => undefined,
}
const nothing = (): void => undefined
/** Boards come from the playlist of a display; a draft of the building has none. */
const NO_BOARDS: readonly never[] = []

/** The kiosk of a display on the draft, to be touched, in the shape and at the sizes of that display. */
export function KioskPreview({
  kit,
  edits,
  shut,
  closures,
  kioskId,
  profile,
  name,
  onClose,
}: {
  kit: VenueKit
  edits: VenueEdits
  shut: Shut
  closures: KioskBuilding['closures']
  kioskId: string
  /** Null: no display stands there yet, so one of the lobby's size is shown. */
  profile: GlassProfile | null
  name: string
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const shelters = useShelters().data
  const resources = useSceneResources(NO_BOARDS, kioskId)
  const nowMs = useNow(CLOCK_MS)
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const [visit, setVisit] = useState(0)
  const glass = profile ?? LOBBY
  const building = useMemo((): KioskBuilding => {
    const listed = (shelters ?? []).map((shelter) => ({
      id: shelter.id,
      name: shelter.name,
      address: shelter.address,
      at: shelter.at ?? null,
      open: shelter.open,
    }))
    const guide = compileGuide(kit.model, edits, listed)
    const index = indexVenue(kit.model, kit.built.graph, guide)
    return { kit: { guide, venue: kit.venue, built: kit.built, index }, shut, closures, kioskId, publicUrl: null }
  }, [kit, edits, shelters, shut, closures, kioskId])
  const time = useMemo(() => ({ nowMs, timeZone: TIME_ZONE }), [nowMs])
  return (
    <Modal opened onClose={onClose} fullScreen title={t('venues.try.kioskOf', { name })}>
      <div className={classes.room} data-testid="kiosk-preview">
        <Stage profile={glass} language={language}>
          <div className="ak-frame">
            <div className="ak-main">
              <Kiosk
                key={visit}
                building={building}
                archive={null}
                isHushed={false}
                boards={NO_BOARDS}
                resources={resources}
                glass={glass}
                language={language}
                time={time}
                voice={QUIET}
                idle={null}
                heldAtMs={null}
                onLanguage={setLanguage}
                onStay={nothing}
                onListening={nothing}
                onEnd={() => {
                  setLanguage('ja')
                  setVisit(visit + 1)
                }}
              />
            </div>
          </div>
        </Stage>
      </div>
    </Modal>
  )
}
