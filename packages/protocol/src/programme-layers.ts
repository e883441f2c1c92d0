import { z } from 'zod'
import { Id, Instant } from './primitives.ts'
import { DayKind, TimeRange, Weekday } from './programme-calendar.ts'

/**
 * When a display is on, in the programme's zone; outside of it the panel is off. The first exception that names a kind of the
 * day replaces the times of its weekday; no times at all: closed all day.
 */
export const OperatingHours = z.object({
  weekly: z.array(z.object({ weekdays: z.array(Weekday).min(1), times: z.array(TimeRange).max(24) })).max(50),
  exceptions: z
    .array(z.object({ days: z.array(DayKind).min(1), times: z.array(TimeRange).max(24) }))
    .max(20)
    .default([]),
})
export type OperatingHours = z.infer<typeof OperatingHours>

/**
 * 音を出す時間: how loud films and live pictures are, in per cent of what the display itself is set to, at these times in the
 * programme's zone. `volume` 0 keeps silent.
 */
export const SoundHours = z.object({
  id: Id,
  name: z.string().trim().min(1).max(80),
  volume: z.int().min(0).max(100),
  times: OperatingHours,
})
export type SoundHours = z.infer<typeof SoundHours>

/** As many of them can be for one display. */
export const MOST_SOUND_HOURS = 50

/**
 * An operator's override: before everything but an emergency, also outside the operating hours. A visitor who is at the glass
 * when it begins keeps it for the notice.
 */
export const ProgrammeTakeover = z.object({
  id: Id,
  name: z.string().min(1).max(120),
  playlistId: Id,
  startsAt: Instant,
  endsAt: Instant,
  noticeSeconds: z.int().min(0).max(600).default(10),
  /** Of a sitting of the council: open, recess included, or its words before and after. Left out for any other override. */
  sitting: z.enum(['inSession', 'card']).optional(),
  /** The words after a sitting: since when it is closed. */
  adjournedAt: Instant.optional(),
})
export type ProgrammeTakeover = z.infer<typeof ProgrammeTakeover>
