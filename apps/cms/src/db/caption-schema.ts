/** Row types of captions; portable columns, as in schema.ts. */
export type CaptionTables = {
  /** `changed`: when anything of it was last written, `read_at`: how it is read, both in milliseconds, for whoever looks what is new. */
  transcript: {
    id: string
    sitting_id: string | null
    title: string
    starts_at: string
    recorded_from: string | null
    version: number
    changed: number
    read_at: number
    created_at: string
  }
  /**
   * `words`: text and speaker as they are searched for; `reading`: the same in kana, folded; `ruby`: how both are read (StoredCaption), null:
   * not yet known. `number` orders what was spoken in one moment.
   */
  caption: {
    transcript_id: string
    segment_id: string
    language: string
    number: number
    text: string
    speaker: string | null
    words: string
    ruby: string | null
    reading: string | null
    spoken_at: string
    received_at: string
    delay_ms: number
    state: string
    is_machine: number
    corrected_at: string | null
    is_withdrawn: number
    version: number
  }
  caption_term: {
    id: string
    written: string
    reading: string | null
    heard: string
    version: number
    updated_at: string
  }
}
