import { z } from 'zod'

/** A national holiday (国民の祝日に関する法律): local date, Japanese and English name. */
export const Holiday = z.object({ date: z.iso.date(), name: z.object({ ja: z.string(), en: z.string() }) })
export type Holiday = z.infer<typeof Holiday>

/** Every holiday of whole calendar years, and for which years it was made. */
export const HolidayCalendar = z.object({ years: z.array(z.int()), holidays: z.array(Holiday) })
export type HolidayCalendar = z.infer<typeof HolidayCalendar>
