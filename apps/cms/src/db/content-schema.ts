/** Row types of what can be shown: files, posters, boards, basemaps, streams, playlists and layouts; portable columns, as in schema.ts. */
export type ContentTables = {
  asset: {
    id: string
    kind: string
    title: string
    variant_of: string | null
    language: string | null
    levels: string
    created_at: string
    file_version: number
    folder_id: string | null
    tags: string
    alt: string | null
    valid_from: string | null
    valid_until: string | null
    deleted_at: string | null
    deleted_by: string | null
    updated_at: string
    version: number
  }
  asset_version: {
    asset_id: string
    number: number
    filename: string
    sha256: string
    bytes: number
    media_type: string
    width: number | null
    height: number | null
    duration_ms: number | null
    probed: number
    playable: number
    framing: string
    file_at: string
    file_by: string
    restored_from: number | null
  }
  /** `parent_id` is empty at the top. */
  asset_folder: { id: string; parent_id: string; name: string; version: number; created_at: string }
  /** Made from the file that `source_sha256` names. */
  file_rendition: {
    source_sha256: string
    purpose: string
    sha256: string
    bytes: number
    media_type: string
    width: number
    height: number
  }
  media_job: {
    id: string
    kind: string
    source_sha256: string
    asset_id: string | null
    about: string
    state: string
    done: number
    total: number
    note: string | null
    folder_id: string | null
    actor: string
    created_at: string
    held_until: number
  }
  board: { id: string; title: string; board: string; files: string; version: number; updated_at: string }
  basemap_file: { sha256: string; bytes: number; media_type: string; about: string; sent_at: string }
  layout: { id: string; name: string; zones: string; version: number; updated_at: string }
  playlist: {
    id: string
    name: string
    items: string
    version: number
    updated_at: string
    sync: number
    campaign: number
    transition: string | null
  }
  poster: {
    id: string
    title: string
    poster: string
    picture_id: string | null
    version: number
    updated_at: string
  }
  stream: { id: string; title: string; url: string }
  stream_alarm: { sitting_id: string; raised_at: string; ended_at: string | null }
  /** `stream`: JSON of a Stream. */
  stream_grant: { display_id: string; stream_id: string; stream: string; granted_at: string }
  /** How a stream was in a minute, as one server (`node`) saw it. */
  stream_minute: {
    stream_id: string
    at: string
    node: string
    state: string
    bits_per_second: number | null
    latency_ms: number | null
    stalls: number
    slates: number | null
    displays: number
  }
}
