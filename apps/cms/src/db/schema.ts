import type { FleetTables } from './fleet-schema.ts'
import type { InterfaceTables } from './interface-schema.ts'

/** Row types. Portable columns only: text, integer, bigint (milliseconds); JSON, ids and instants as text; 0/1 for truth. */
export type MainTables = FleetTables &
  InterfaceTables & {
    user_account: {
      id: string
      username: string
      name: string
      role: string
      /** JSON list of display groups they answer for; null: all. */
      groups: string | null
      password_hash: string
      must_change_password: number
      created_at: string
    }
    user_guide: { user_id: string; put_away: number; finished_at: string | null }
    staff_session: { token_hash: string; user_id: string; created_at: string; expires_at: string }
    api_token: {
      id: string
      name: string
      scope: string
      secret_hash: string
      expires_at: string | null
      created_at: string
      last_used_at: string | null
    }
    audit_entry: {
      sequence: number
      at: string
      actor: string
      action: string
      subject: string
      detail: string
      /** Link to the entry before (features/audit/audit-chain.ts). */
      hash: string
    }
    display: {
      id: string
      profile: string
      groups: string
      tags: string
      default_playlist_id: string | null
      public_key: string | null
      paired_at: string | null
      last_seen_at: string | null
      created_at: string
      health: string | null
      canary: number
      /** JSON of a Maintenance, while somebody works on it. */
      maintenance: string | null
    }
    drill_plan: {
      id: string
      version: number
      draft: string
      changed_by: string
      changed_at: string
      checked_by: string | null
      checked_at: string | null
      next_at: string | null
    }
    drill_run: {
      id: string
      plan_id: string
      draft: string
      /** The scheduled time, or the id itself for a run by hand: one run for each. */
      occurrence: string
      started_by: string
      state: string
      started_at: string
      ends_at: string
      ended_at: string | null
      ended: string | null
      meant: string
      steps: string
      held_by: string
      held_until: number
    }
    drill_skip: { plan_id: string; occurrence: string; by_whom: string; at: string }
    self_test_run: {
      id: string
      slot: string
      cause: string
      display_id: string
      accepted_at: string
      epoch: number | null
      revision: number | null
      broadcast_ms: number | null
      received_ms: number | null
      shown_ms: number | null
      seen_ms: number | null
      outcome: string
      reason: string | null
    }
    player_session: { token_hash: string; display_id: string; expires_at: string }
    player_challenge: { challenge: string; display_id: string; expires_at: string }
    pairing_request: {
      id: string
      ticket_hash: string
      code: string
      public_key: string
      commitment: string
      cms_nonce: string
      player_nonce: string | null
      software: string
      screen: string | null
      state: string
      display_id: string | null
      expires_at: string
    }
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
    }
    published_programme: {
      display_id: string
      revision: number
      published_at: string
      content_hash: string
      body: string
      /** The body without its takeovers; null where it has none. */
      scheduled: string | null
      /** Of the content without its takeovers: what publications are compared by. */
      scheduled_hash: string
    }
    /** Contents of programmes by their hash, kept as long as something names them. */
    programme_content: { hash: string; body: string; created_at: string }
    publication: {
      sequence: number
      at: string
      by_whom: string
      cause: string
      comment: string
      displays: string
      restores: number | null
      submission_id: string | null
    }
    /** What every display had after a publication. */
    publication_content: { sequence: number; display_id: string; hash: string }
    /** One row: whoever publishes holds it; the number of the last publication. */
    publish_lock: { id: number; sequence: number }
    publish_job: { id: string; state: string; body: string; told_at: string }
    submission: {
      id: string
      state: string
      submitted_by: string
      submitted_name: string
      submitted_at: string
      publish_at: string | null
      decided_by: string | null
      decided_name: string | null
      decided_at: string | null
      summary: string
    }
    submission_content: {
      submission_id: string
      display_id: string
      name: string
      hash: string
      /** What was published there when it was approved: null for nothing. */
      approved_over: string | null
    }
    submission_word: {
      submission_id: string
      number: number
      at: string
      user_id: string | null
      name: string
      deed: string
      text: string
    }
    notice: {
      id: string
      user_id: string
      at: string
      kind: string
      words: string
      path: string
      read_at: string | null
    }
    setting: { key: string; value: string }
    shelter: { id: string; body: string; is_open: number; version: number; updated_at: string }
    alert_proposal: {
      id: string
      message: string
      alert: string
      state: string
      proposer_id: string
      proposed_by: string
      proposed_at: string
      expires_at: string
      decided_by: string | null
      decided_at: string | null
      comment: string | null
    }
    broken_glass: {
      alert_id: string
      sent_at: string
      body: string
      acknowledged_by: string | null
      acknowledged_at: string | null
    }
    phrase_confirmation: {
      id: string
      language: string
      /** Counts within the language; the highest is the newest. */
      sequence: number
      fingerprint: string
      texts: string
      phrases: number
      user_id: string | null
      actor: string
      name: string
      capacity: string
      note: string
      at: string
    }
    phrase_withdrawal: { confirmation_id: string; actor: string; reason: string; at: string }
    phrase_report: {
      id: string
      language: string
      phrase_key: string
      text: string
      note: string
      holds: number
      actor: string
      at: string
    }
    play: {
      display_id: string
      id: string
      started_at: number
      ended_at: number
      ending: string
      shown: string
      error: string | null
    }
    live_value: { name: string; body: string; by_whom: string }
    live_values_revision: { id: number; revision: number }
    phrase_report_end: { report_id: string; ending: string; note: string; actor: string; at: string }
  }
