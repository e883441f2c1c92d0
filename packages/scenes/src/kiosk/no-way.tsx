import { type Texts, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { placeFacts } from './building.ts'
import { useKiosk } from './kiosk-context.ts'
import type { KioskWord } from './kiosk-words.ts'
import { Note, Press, Word } from './parts.tsx'
import { nearestHelp, type Way } from './way.ts'

type Said = readonly [KioskWord, KioskWord]

/** Why there is no way to the end, how far one gets, and who helps. */
export function NoWay({ way }: { way: Way }): ReactElement {
  const { building, comfort, language, tell } = useKiosk()
  const [what, more] = reasonWords(way)
  const helpId = nearestHelp(building, comfort.walker)
  const help = helpId === null ? null : placeFacts(building.kit, helpId)
  const nameOf = (texts: Texts): string => textIn(texts, language).text
  return (
    <div className="ak-no-way" data-testid="no-way" data-reason={way.guidance.reason ?? ''}>
      <Note kind="strong">
        <Word of={what} gaps={{ place: nameOf(way.name) }} />
      </Note>
      <Note>
        <Word of={more} />
      </Note>
      {help !== null && help.id !== way.placeId && (
        <Press
          icon="staff"
          kind="wide"
          testId="call-staff"
          onPress={() =>
            tell({ type: 'opened', screen: { at: 'route', goal: { kind: 'place', id: help.id }, step: 0 } })
          }
        >
          <strong>
            <Word of="callStaff" />
          </strong>
          <small>
            <Word of="callStaffMore" gaps={{ place: nameOf(help.name) }} />
          </small>
        </Press>
      )}
    </div>
  )
}

function reasonWords({ placeId, guidance: { reason } }: Way): Said {
  if (placeId === null) return ['notHere', 'noWayMore']
  switch (reason) {
    case 'no-step-free-way':
      return ['noStepFree', 'noStepFreeMore']
    case 'staff-only':
      return ['staffOnly', 'noWayMore']
    case 'from-unknown':
    case 'to-unknown':
    case 'no-way':
    case 'closed':
    case 'no-way-out':
    case null:
      return ['noWay', 'noWayMore']
  }
}
