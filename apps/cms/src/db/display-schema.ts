/** Row types of displays, how they are paired, what they played and the values they follow; portable columns, as in schema.ts. */
export type DisplayTables = {
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
}
