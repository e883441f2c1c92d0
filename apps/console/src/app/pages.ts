import type { ComponentType } from 'react'

/** A page of the console: where it is, its code, and what it asks the CMS for at once. */
export type ConsolePage = {
  /** As React Router writes it. */
  path: string
  load: () => Promise<{ Component: ComponentType }>
  asks?: readonly string[]
}

/** The pages; each is fetched when it is first opened. `/assets` belongs to the files of the build. */
export const PAGES: readonly ConsolePage[] = [
  { path: '/', load: async () => ({ Component: (await import('./home-page.tsx')).HomePage }) },
  {
    path: '/schedule',
    load: async () => ({ Component: (await import('../features/schedule/schedule-page.tsx')).SchedulePage }),
    asks: [
      '/api/entries',
      '/api/displays',
      '/api/playlists',
      '/api/office-days',
      '/api/holidays',
      '/api/dayparts',
      '/api/takeovers',
    ],
  },
  {
    path: '/schedule/days',
    load: async () => ({ Component: (await import('../features/office-days/office-days-page.tsx')).OfficeDaysPage }),
  },
  {
    path: '/schedule/dayparts',
    load: async () => ({ Component: (await import('../features/dayparts/dayparts-page.tsx')).DaypartsPage }),
  },
  {
    path: '/schedule/hours',
    load: async () => ({ Component: (await import('../features/operating-hours/hours-page.tsx')).OperatingHoursPage }),
  },
  {
    path: '/schedule/sound',
    load: async () => ({ Component: (await import('../features/sound-hours/sound-page.tsx')).SoundPage }),
  },
  {
    path: '/schedule/takeovers',
    load: async () => ({ Component: (await import('../features/takeovers/takeovers-page.tsx')).TakeoversPage }),
  },
  {
    path: '/schedule/ticker',
    load: async () => ({ Component: (await import('../features/ticker/ticker-page.tsx')).TickerPage }),
  },
  {
    path: '/library',
    load: async () => ({ Component: (await import('../features/assets/assets-page.tsx')).AssetsPage }),
  },
  {
    path: '/publish',
    load: async () => ({ Component: (await import('../features/publishing/review-page.tsx')).ReviewPage }),
  },
  {
    path: '/approvals',
    load: async () => ({ Component: (await import('../features/publishing/approvals-page.tsx')).ApprovalsPage }),
  },
  {
    path: '/approvals/:id',
    load: async () => ({ Component: (await import('../features/publishing/submission-page.tsx')).SubmissionPage }),
  },
  {
    path: '/publications',
    load: async () => ({ Component: (await import('../features/publishing/publications-page.tsx')).PublicationsPage }),
  },
  {
    path: '/playlists',
    load: async () => ({ Component: (await import('../features/playlists/playlists-page.tsx')).PlaylistsPage }),
  },
  {
    path: '/playlists/:id',
    load: async () => ({ Component: (await import('../features/playlists/playlist-page.tsx')).PlaylistPage }),
  },
  {
    path: '/posters',
    load: async () => ({ Component: (await import('../features/posters/posters-page.tsx')).PostersPage }),
  },
  {
    path: '/posters/:id',
    load: async () => ({ Component: (await import('../features/posters/poster-page.tsx')).PosterPage }),
  },
  {
    path: '/boards',
    load: async () => ({ Component: (await import('../features/boards/boards-page.tsx')).BoardsPage }),
  },
  {
    path: '/boards/:id',
    load: async () => ({ Component: (await import('../features/boards/board-page.tsx')).BoardPage }),
  },
  {
    path: '/feeds',
    load: async () => ({ Component: (await import('../features/feeds/feeds-page.tsx')).FeedsPage }),
  },
  {
    path: '/feeds/:id',
    load: async () => ({ Component: (await import('../features/feeds/feed-page.tsx')).FeedPage }),
  },
  {
    path: '/sittings',
    load: async () => ({ Component: (await import('../features/sittings/sittings-page.tsx')).SittingsPage }),
    asks: ['/api/sittings', '/api/streams'],
  },
  {
    path: '/sittings/:id',
    load: async () => ({ Component: (await import('../features/sittings/sitting-page.tsx')).SittingPage }),
  },
  {
    path: '/sittings/:id/clerk',
    load: async () => ({ Component: (await import('./clerk-page.tsx')).ClerkPage }),
  },
  {
    path: '/streams',
    load: async () => ({ Component: (await import('../features/streams/streams-page.tsx')).StreamsPage }),
    asks: ['/api/streams', '/api/streams/health'],
  },
  {
    path: '/recordings',
    load: async () => ({ Component: (await import('../features/recordings/recordings-page.tsx')).RecordingsPage }),
  },
  {
    path: '/recordings/:id',
    load: async () => ({ Component: (await import('../features/recordings/recording-page.tsx')).RecordingPage }),
  },
  {
    path: '/captions',
    load: async () => ({ Component: (await import('../features/captions/captions-page.tsx')).CaptionsPage }),
  },
  {
    path: '/captions/terms',
    load: async () => ({ Component: (await import('../features/captions/terms-page.tsx')).TermsPage }),
  },
  {
    path: '/captions/settings',
    load: async () => ({ Component: (await import('../features/captions/settings-page.tsx')).CaptionSettingsPage }),
  },
  {
    path: '/captions/:id',
    load: async () => ({ Component: (await import('../features/captions/transcript-page.tsx')).TranscriptPage }),
  },
  {
    path: '/layouts',
    load: async () => ({ Component: (await import('../features/layouts/layouts-page.tsx')).LayoutsPage }),
  },
  {
    path: '/layouts/:id',
    load: async () => ({ Component: (await import('../features/layouts/layout-page.tsx')).LayoutPage }),
  },
  {
    path: '/venues',
    load: async () => ({ Component: (await import('../features/venues/venues-page.tsx')).VenuesPage }),
  },
  {
    path: '/venues/:id',
    load: async () => ({ Component: (await import('../features/venues/venue-page.tsx')).VenuePage }),
  },
  {
    path: '/venues/:id/closures',
    load: async () => ({ Component: (await import('../features/venues/closures/closures-page.tsx')).ClosuresPage }),
  },
  {
    path: '/venues/:id/desk',
    load: async () => ({ Component: (await import('../features/venues/desk/desk-page.tsx')).DeskPage }),
  },
  { path: '/desk', load: async () => ({ Component: (await import('../features/alerts/desk-page.tsx')).DeskPage }) },
  {
    path: '/policy',
    load: async () => ({ Component: (await import('../features/policy/policy-page.tsx')).PolicyPage }),
  },
  {
    path: '/drills',
    load: async () => ({ Component: (await import('../features/drills/drills-page.tsx')).DrillsPage }),
  },
  {
    path: '/drills/:id',
    load: async () => ({ Component: (await import('../features/drills/dry-run-page.tsx')).DryRunPage }),
  },
  {
    path: '/drills/runs/:id',
    load: async () => ({ Component: (await import('../features/drills/run-page.tsx')).RunPage }),
  },
  {
    path: '/languages',
    load: async () => ({ Component: (await import('../features/languages/languages-page.tsx')).LanguagesPage }),
  },
  {
    path: '/languages/:language',
    load: async () => ({ Component: (await import('../features/languages/language-page.tsx')).LanguagePage }),
  },
  {
    path: '/displays',
    load: async () => ({ Component: (await import('../features/displays/displays-page.tsx')).DisplaysPage }),
  },
  {
    path: '/displays/map',
    load: async () => ({ Component: (await import('../features/fleet/map-page.tsx')).MapPage }),
  },
  {
    path: '/displays/plays',
    load: async () => ({ Component: (await import('../features/plays/report-page.tsx')).ReportPage }),
  },
  {
    path: '/displays/watch',
    load: async () => ({ Component: (await import('../features/fleet/watch-page.tsx')).WatchPage }),
  },
  {
    path: '/displays/:id',
    load: async () => ({ Component: (await import('../features/fleet/display-page.tsx')).DisplayPage }),
  },
  { path: '/why', load: async () => ({ Component: (await import('../features/why/why-page.tsx')).WhyPage }) },
  {
    path: '/preview',
    load: async () => ({ Component: (await import('../features/why/preview-page.tsx')).PreviewPage }),
  },
  { path: '/users', load: async () => ({ Component: (await import('../features/users/users-page.tsx')).UsersPage }) },
  { path: '/records', load: async () => ({ Component: (await import('../features/audit/audit-page.tsx')).AuditPage }) },
]
