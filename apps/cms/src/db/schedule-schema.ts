/** Row types of when it is shown; portable columns, as in schema.ts. */
export type ScheduleTables = {
  schedule_entry: {
    id: string
    name: string
    playlist_id: string
    targets: string
    priority: string
    rule: string
    turn_order: number | null
    role: string | null
    conditions: string | null
    on_higher: string | null
    /** 1: never heard; null: as the sound hours say. */
    silent: number | null
    version: number
    updated_at: string
  }
  daypart: {
    id: string
    name: string
    times: string
    exceptions: string
    version: number
    updated_at: string
  }
  office_calendar: { id: string; body: string; version: number; updated_at: string }
  operating_hours: {
    id: string
    /** `display` or `group`, and which. */
    of_kind: string
    of_name: string
    position: number
    hours: string
    version: number
    updated_at: string
  }
  sound_hours: {
    id: string
    name: string
    volume: number
    targets: string
    times: string
    position: number
    version: number
    updated_at: string
  }
  takeover: {
    id: string
    name: string
    playlist_id: string
    /** The playlist as it was when the takeover was started: later drafts of it are not its matter. */
    playlist: string
    targets: string
    starts_at: string
    ends_at: string
    notice_seconds: number
    started_by: string
    started_at: string
    ended_by: string | null
    /** 1 while it is in the programmes of its displays. */
    is_open: number
    version: number
    /** Of a sitting: `inSession`, or `card` before and after; null: of none. */
    sitting: string | null
    /** Of a sitting that is closed: since when. */
    adjourned_at: string | null
    /** Of a sitting: since when it comes before others in session because somebody said so. */
    brought_at: string | null
  }
}
