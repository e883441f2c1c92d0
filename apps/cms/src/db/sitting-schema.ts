/** Row types of the council's sittings; portable columns, as in schema.ts. */
export type SittingTables = {
  /**
   * `plan`: a SittingInput without its version; `standing`: where it stands, since the step `last`. `revision` is that of what displays
   * are told.
   */
  sitting: {
    id: string
    captions_id: string
    plan: string
    starts_at: string
    ends_at: string
    version: number
    updated_at: string
    standing: string
    last: string | null
    live_version: number
    revision: number
  }
  /** Every step that was taken, with where it led. */
  sitting_step: {
    sitting_id: string
    number: number
    step: string
    standing: string
  }
  /**
   * What was recorded of a sitting. `said`: what staff write; `recorded`: what whoever records found. `holder` has it in hand until
   * `held_until` (milliseconds). One that was deleted stays as a row that `deleted_at` says so of.
   */
  recording: {
    id: string
    sitting_id: string | null
    captions_id: string | null
    started_at: string
    state: string
    said: string
    recorded: string
    asset_id: string | null
    version: number
    holder: string
    held_until: number
    deleted_at: string | null
  }
  recording_transcript: { recording_id: string; mark: string; file: string | null }
}
