import { zipFile } from '@akari/zip/testing'

const ROUTES = 254
const TRIPS_PER_ROUTE = 118
const CALLS_PER_TRIP = 15
const STOPS_PER_ROUTE = 15

/** The tables of a made-up bus company as large as that of a metropolis: 254 routes, 29 972 trips, 449 580 calls. */
export function largeTimetable(): { zip: Uint8Array; stopTimes: string; calls: number } {
  const stops: string[] = []
  const routes: string[] = []
  const trips: string[] = []
  const calls: string[] = []
  const translations: string[] = []
  for (let route = 0; route < ROUTES; route++) {
    routes.push(`${route},a,${route % 90}系統,,3,,`)
    for (let n = 0; n < STOPS_PER_ROUTE; n++) {
      const [id, name] = [`${route}_${n}`, `停留所${route}の${n}`]
      stops.push(`${id},${name},${35.6 + route / 1000},${139.4 + n / 300},,0,,`)
      translations.push(`stops,stop_name,en,Stop ${route}-${n},,,${name}`, `stops,stop_name,ja-Hrkt,ﾃｲﾘｭｳｼﾞｮ,,,${name}`)
    }
    for (let n = 0; n < TRIPS_PER_ROUTE; n++) {
      const trip = `平日_${route}系統_${String(n).padStart(3, '0')}_20261001`
      trips.push(`${route},s${n % 40},${trip},,,,`)
      for (let call = 0; call < CALLS_PER_TRIP; call++) {
        const time = clock(5 * 3600 + n * 560 + call * 110)
        calls.push(`${trip},${time},${time},${route}_${call},${call + 1},停留所${route}の14行き,0,0,`)
      }
    }
  }
  const services = Array.from({ length: 40 }, (_, n) => `s${n},1,1,1,1,1,0,0,20261001,20270331`)
  const stopTimes = table(
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign,pickup_type,drop_off_type,shape_dist_traveled',
    calls,
  )
  const files = {
    'agency.txt': table('agency_id,agency_name,agency_url,agency_timezone', [
      'a,都市バス,https://example.org,Asia/Tokyo',
    ]),
    'stops.txt': table('stop_id,stop_name,stop_lat,stop_lon,zone_id,location_type,parent_station,platform_code', stops),
    'routes.txt': table(
      'route_id,agency_id,route_short_name,route_long_name,route_type,route_color,route_text_color',
      routes,
    ),
    'trips.txt': table('route_id,service_id,trip_id,trip_headsign,direction_id,block_id,shape_id', trips),
    'calendar.txt': table(
      'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
      services,
    ),
    'translations.txt': table(
      'table_name,field_name,language,translation,record_id,record_sub_id,field_value',
      translations,
    ),
    'stop_times.txt': stopTimes,
  }
  const zip = zipFile(Object.entries(files).map(([path, content]) => ({ path, content })))
  return { zip, stopTimes, calls: calls.length }
}

/** The ids of so many routes of it. */
export function someRoutes(count: number): string[] {
  return Array.from({ length: count }, (_, n) => String(n * 7))
}

function table(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join('\r\n')}\r\n`
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
