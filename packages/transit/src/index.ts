export type { ImportProblem } from './import/import-problem.ts'
export { type ImportedTimetable, importTimetable, importTimetableFiles } from './import/import-timetable.ts'
export type { Keep } from './import/keep.ts'
export { isTable, MOST_BYTES, MOST_FILES } from './import/feed-files.ts'
export type { Name, Place, Route, Shape, Stop, Timetable, Wheelchair } from './model/timetable.ts'
export { type TimetableReport, timetableReport } from './report/timetable-report.ts'
export type { Departure, DepartureState } from './board/departure.ts'
export { departuresAt } from './board/departures.ts'
export { routesAt, stopsOf } from './board/stops-of.ts'
export { openTimetable, type OpenTimetable } from './model/open-timetable.ts'
export { type Age, ageOf } from './realtime/age.ts'
export { alertsAt, type LiveAlert } from './realtime/alerts.ts'
export type { Live, LiveTrip, LiveVehicle } from './realtime/live.ts'
export { type Feeds, liveOf } from './realtime/live-of.ts'
export { liveOfSnapshot, snapshotOf } from './realtime/live-snapshot.ts'
export { type FeedBody, MOST_FEED_BYTES, readRealtime } from './realtime/read-realtime.ts'
export { type LiveReport, liveReport } from './report/live-report.ts'
export { type FollowedFeed, followFeed, isFrozen, UNFOLLOWED } from './realtime/follow-feed.ts'
export { runsUnderWay } from './board/runs-under-way.ts'
export { rowsOf } from './model/open-timetable.ts'
export type { Run } from './realtime/live.ts'
export { type FeedEntityJson, writeRealtime } from './realtime/write-realtime.ts'
export { storedTimetable, timetableOf } from './model/stored-timetable.ts'
export {
  bearingAlong,
  type GroundLine,
  groundLine,
  lengthOf,
  metresBetween,
  nearestOnEach,
  placeAlong,
} from './position/line.ts'
export { alongAt, drawnAt, isUnderWay, type Motion, nextMotion, type Sighting } from './position/motion.ts'
export { type Snapped, snapped } from './position/snap.ts'
export { type OwnLine, type TripLine, type TripLines, tripLines } from './position/trip-line.ts'
