import { type ImportedTimetable, importTimetableFiles } from '../import/import-timetable.ts'
import type { Keep } from '../import/keep.ts'
import { openTimetable, type OpenTimetable } from '../model/open-timetable.ts'

/**
 * The tables of a made-up community bus: a loop that calls at the city hall first and last (`loop-1` at 9:00, `loop-2` at 9:30), and a line
 * that runs past midnight (`late`, 23:50 to 24:20). Every day of 2026. Changes replace a table, null takes it away.
 */
export function tinyFeed(changes: Record<string, string | null> = {}): Map<string, string> {
  const tables: Record<string, string | null> = {
    'agency.txt':
      'agency_id,agency_name,agency_url,agency_timezone,agency_lang\na,市バス,https://example.org,Asia/Tokyo,ja\n',
    'feed_info.txt':
      'feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date\n市,https://example.org,ja,20260101,20261231\n',
    'stops.txt': `stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding,platform_code
hall,市役所前,35.699,139.503,0,station,1,1
school,小学校,35.701,139.508,0,,0,
park,公園前,35.703,139.511,0,,2,
station,市役所,35.699,139.503,1,,,
`,
    'routes.txt':
      'route_id,agency_id,route_short_name,route_long_name,route_type,route_color\nloop,a,東,東町循環,3,00AA55\nline,a,,夜の線,3,\n',
    'trips.txt': `route_id,service_id,trip_id,trip_headsign,direction_id,wheelchair_accessible
loop,daily,loop-1,,0,1
loop,daily,loop-2,,0,1
line,daily,late,,1,2
`,
    'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence
loop-1,9:00:00,9:00:00,hall,1
loop-1,9:05:00,9:05:00,school,2
loop-1,9:10:00,9:11:00,park,3
loop-1,9:20:00,9:20:00,hall,4
loop-2,9:30:00,9:30:00,hall,1
loop-2,9:35:00,9:35:00,school,2
loop-2,9:40:00,9:41:00,park,3
loop-2,9:50:00,9:50:00,hall,4
late,23:50:00,23:50:00,hall,10
late,24:05:00,24:05:00,school,20
late,24:20:00,24:20:00,park,30
`,
    'calendar.txt':
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ndaily,1,1,1,1,1,1,1,20260101,20261231\n',
    ...changes,
  }
  return new Map(Object.entries(tables).flatMap(([name, text]) => (text === null ? [] : [[name, text]])))
}

export function importTexts(
  texts: ReadonlyMap<string, string | Uint8Array>,
  keep: Keep | null = null,
): ImportedTimetable {
  const encoder = new TextEncoder()
  const bytes = [...texts].map(
    ([name, text]) => [name, typeof text === 'string' ? encoder.encode(text) : text] as const,
  )
  return importTimetableFiles(new Map(bytes), 'feed', keep)
}

export function tinyTimetable(changes: Record<string, string | null> = {}): OpenTimetable {
  const { timetable, problems } = importTexts(tinyFeed(changes))
  if (timetable === null) throw new Error(`import failed: ${JSON.stringify(problems)}`)
  return openTimetable(timetable)
}

/** Unix seconds of a time in Japan: `2026-11-28T09:00:00`. */
export function japan(time: string): number {
  return Date.parse(`${time}+09:00`) / 1000
}
