import type { Migration } from 'kysely/migration'
import type { Engine } from '../engine.ts'
import { up as alertsFirstLight } from './alerts-001-first-light.ts'
import { up as findAcknowledgements } from './alerts-002-find-acknowledgements.ts'
import { up as hazardNames } from './alerts-003-hazard-names.ts'
import { up as seen } from './alerts-004-seen.ts'
import { up as alertPolicy } from './alerts-005-alert-policy.ts'
import { up as mainFirstLight } from './main-001-first-light.ts'
import { appendOnlyAudit } from './main-002-append-only-audit.ts'
import { up as displayHealth } from './main-003-display-health.ts'
import { auditChain } from './main-004-audit-chain.ts'
import { up as drills } from './main-005-drills.ts'
import { phraseReview } from './main-006-phrase-review.ts'
import { up as desk } from './main-007-desk.ts'
import { up as schedule } from './main-008-schedule.ts'
import { up as responsibility } from './main-009-responsibility.ts'
import { up as workflow } from './main-009-workflow.ts'
import { up as playsAndValues } from './main-011-plays-and-values.ts'
import { up as layouts } from './main-012-layouts.ts'
import { up as posters } from './main-013-posters.ts'
import { up as guide } from './main-014-guide.ts'
import { up as mediaLibrary } from './main-010-media-library.ts'
import { up as interfaces } from './main-015-interfaces.ts'
import { up as fleet } from './main-016-fleet.ts'
import { up as playTotals } from './main-017-play-totals.ts'
import { up as fleetWatch } from './main-018-fleet-watch.ts'
import { up as faultRecords } from './main-019-fault-records.ts'
import { up as recentOrders } from './main-020-recent-orders.ts'
import { up as venues } from './main-021-venues.ts'
import { up as venueHeads } from './main-022-venue-heads.ts'
import { up as feeds } from './main-023-feeds.ts'
import { up as boards } from './main-024-boards.ts'
import { up as streamHealth } from './main-025-stream-health.ts'
import { up as sittings } from './main-026-sittings.ts'
import { up as captions } from './main-027-captions.ts'
import { up as basemaps } from './main-029-basemaps.ts'
import { up as kioskArchive } from './main-034-kiosk-archive.ts'
import { up as streamGrants } from './main-035-stream-grants.ts'
import { up as captionReadings } from './main-036-caption-readings.ts'
import { up as smallKana } from './main-037-small-kana.ts'
import { up as deletedRecordings } from './main-038-deleted-recordings.ts'
import { up as sittingsFirst } from './main-039-sittings-first.ts'
import { up as broughtForward } from './main-040-brought-forward.ts'
import { up as adjournedLast } from './main-041-adjourned-last.ts'
import { up as streamAlarms } from './main-028-stream-alarms.ts'
import { up as recordings } from './main-030-recordings.ts'
import { up as sound } from './main-032-sound.ts'
import { up as streamSlates } from './main-033-stream-slates.ts'

/** In order. A static list, so that two people adding the same number meet in a merge conflict. */
export function mainMigrations(engine: Engine): Record<string, Migration> {
  return {
    '001-first-light': { up: mainFirstLight },
    '002-append-only-audit': { up: appendOnlyAudit(engine) },
    '003-display-health': { up: displayHealth },
    '004-audit-chain': { up: auditChain(engine) },
    '005-drills': { up: drills },
    '006-phrase-review': { up: phraseReview(engine) },
    '007-desk': { up: desk },
    '008-schedule': { up: schedule },
    '009-responsibility': { up: responsibility },
    '009-workflow': { up: workflow },
    '011-plays-and-values': { up: playsAndValues },
    '012-layouts': { up: layouts },
    '013-posters': { up: posters },
    '010-media-library': { up: mediaLibrary },
    '014-guide': { up: guide },
    '015-interfaces': { up: interfaces },
    '016-fleet': { up: fleet },
    '017-play-totals': { up: playTotals },
    '018-fleet-watch': { up: fleetWatch },
    '019-fault-records': { up: faultRecords },
    '020-recent-orders': { up: recentOrders },
    '021-venues': { up: venues },
    '022-venue-heads': { up: venueHeads },
    '023-feeds': { up: feeds },
    '024-boards': { up: boards },
    '025-stream-health': { up: streamHealth },
    '026-sittings': { up: sittings },
    '027-captions': { up: captions },
    '029-basemaps': { up: basemaps },
    '028-stream-alarms': { up: streamAlarms },
    '030-recordings': { up: recordings },
    '032-sound': { up: sound },
    '033-stream-slates': { up: streamSlates },
    '034-kiosk-archive': { up: kioskArchive },
    '035-stream-grants': { up: streamGrants },
    '036-caption-readings': { up: captionReadings },
    '037-small-kana': { up: smallKana },
    '038-deleted-recordings': { up: deletedRecordings },
    '039-sittings-first': { up: sittingsFirst },
    '040-brought-forward': { up: broughtForward },
    '041-adjourned-last': { up: adjournedLast },
  }
}

export function alertMigrations(): Record<string, Migration> {
  return {
    '001-first-light': { up: alertsFirstLight },
    '002-find-acknowledgements': { up: findAcknowledgements },
    '003-hazard-names': { up: hazardNames },
    '004-seen': { up: seen },
    '005-alert-policy': { up: alertPolicy },
  }
}
