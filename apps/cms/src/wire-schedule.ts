import { reaches } from '@akari/programme'
import type { EntryTargets, HolidayCalendar, Id } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import { addDaypartRoutes } from './features/dayparts/dayparts.routes.ts'
import { daypartsService } from './features/dayparts/dayparts.service.ts'
import { daypartStore } from './features/dayparts/dayparts.store.ts'
import { addOfficeDaysRoutes } from './features/office-days/office-days.routes.ts'
import { officeDaysService } from './features/office-days/office-days.service.ts'
import { officeDaysStore } from './features/office-days/office-days.store.ts'
import { addHoursRoutes } from './features/operating-hours/operating-hours.routes.ts'
import { hoursService } from './features/operating-hours/operating-hours.service.ts'
import { hoursStore } from './features/operating-hours/operating-hours.store.ts'
import type { TargetDisplay } from './features/programme/content.ts'
import { refuseOthers } from './features/responsibility.ts'
import { addScheduleRoutes } from './features/schedule/schedule.routes.ts'
import { scheduleService } from './features/schedule/schedule.service.ts'
import { entryStore } from './features/schedule/schedule.store.ts'
import { addSoundHoursRoutes } from './features/sound-hours/sound-hours.routes.ts'
import { soundHoursService } from './features/sound-hours/sound-hours.service.ts'
import { soundHoursStore } from './features/sound-hours/sound-hours.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Actor } from './http/actor.ts'
import type { Api } from './http/api.ts'

type Deps = ServiceDeps & {
  db: MainDatabase
  displays: () => Promise<readonly TargetDisplay[]>
  playlistExists: (id: Id) => Promise<boolean>
  holidays: () => Promise<HolidayCalendar>
}

/** Wires when things are shown: entries, dayparts, the days of the city hall, operating hours, sound hours. */
export function wireSchedule({ db, displays, playlistExists, holidays, now, newId, audit, announce }: Deps) {
  const common = { now, newId, audit, announce }
  const reachedBy = async (targets: EntryTargets) => (await displays()).filter((display) => reaches(targets, display))
  const refuseOthersIn = async (actor: Actor, targets: EntryTargets) => refuseOthers(actor, await reachedBy(targets))
  const entries = entryStore(db)
  const dayparts = daypartsService({ store: daypartStore(db), entries: entries.list, ...common })
  const days = officeDaysService({ store: officeDaysStore(db), holidays, now, audit, announce })
  const hours = hoursService({ store: hoursStore(db), refuseOthers: refuseOthersIn, ...common })
  const sound = soundHoursService({ store: soundHoursStore(db), refuseOthers: refuseOthersIn, ...common })
  const schedule = scheduleService({
    store: entries,
    playlistExists,
    calendar: days.calendar,
    dayparts: dayparts.all,
    displays,
    refuseOthers: refuseOthersIn,
    ...common,
  })
  return {
    schedule,
    /** What of a draft says when it is shown. */
    timing: async () => ({
      entries: await schedule.list(),
      calendar: await days.calendar(),
      dayparts: await dayparts.all(),
      hours: await hours.list(),
      sound: await sound.list(),
    }),
    addRoutes: (api: Api): void => {
      addScheduleRoutes(api, schedule)
      addDaypartRoutes(api, dayparts)
      addOfficeDaysRoutes(api, days)
      addHoursRoutes(api, hours)
      addSoundHoursRoutes(api, sound)
    },
  }
}
