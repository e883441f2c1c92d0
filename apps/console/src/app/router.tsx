import { createBrowserRouter } from 'react-router'
import { NotFoundPage, PageTrouble } from './lost-pages.tsx'
import { Shell } from './shell.tsx'

const wall = async () => ({ Component: (await import('../features/displays/wall-page.tsx')).WallPage })
const schedule = async () => ({ Component: (await import('../features/schedule/schedule-page.tsx')).SchedulePage })
const officeDays = async () => ({
  Component: (await import('../features/office-days/office-days-page.tsx')).OfficeDaysPage,
})
const dayparts = async () => ({ Component: (await import('../features/dayparts/dayparts-page.tsx')).DaypartsPage })
const hours = async () => ({ Component: (await import('../features/operating-hours/hours-page.tsx')).HoursPage })
const takeovers = async () => ({ Component: (await import('../features/takeovers/takeovers-page.tsx')).TakeoversPage })
const ticker = async () => ({ Component: (await import('../features/ticker/ticker-page.tsx')).TickerPage })
const library = async () => ({ Component: (await import('../features/assets/assets-page.tsx')).AssetsPage })
const playlists = async () => ({ Component: (await import('../features/playlists/playlists-page.tsx')).PlaylistsPage })
const posters = async () => ({ Component: (await import('../features/posters/posters-page.tsx')).PostersPage })
const poster = async () => ({ Component: (await import('../features/posters/poster-page.tsx')).PosterPage })
const playlist = async () => ({ Component: (await import('../features/playlists/playlist-page.tsx')).PlaylistPage })
const layouts = async () => ({ Component: (await import('../features/layouts/layouts-page.tsx')).LayoutsPage })
const layout = async () => ({ Component: (await import('../features/layouts/layout-page.tsx')).LayoutPage })
const review = async () => ({ Component: (await import('../features/publishing/review-page.tsx')).ReviewPage })
const approvals = async () => ({ Component: (await import('../features/publishing/approvals-page.tsx')).ApprovalsPage })
const submission = async () => ({
  Component: (await import('../features/publishing/submission-page.tsx')).SubmissionPage,
})
const publications = async () => ({
  Component: (await import('../features/publishing/publications-page.tsx')).PublicationsPage,
})
const desk = async () => ({ Component: (await import('../features/alerts/desk-page.tsx')).DeskPage })
const policy = async () => ({ Component: (await import('../features/policy/policy-page.tsx')).PolicyPage })
const drills = async () => ({ Component: (await import('../features/drills/drills-page.tsx')).DrillsPage })
const dryRun = async () => ({ Component: (await import('../features/drills/dry-run-page.tsx')).DryRunPage })
const drillRun = async () => ({ Component: (await import('../features/drills/run-page.tsx')).RunPage })
const languages = async () => ({ Component: (await import('../features/languages/languages-page.tsx')).LanguagesPage })
const language = async () => ({ Component: (await import('../features/languages/language-page.tsx')).LanguagePage })
const displays = async () => ({ Component: (await import('../features/displays/displays-page.tsx')).DisplaysPage })
const deviceMap = async () => ({ Component: (await import('../features/fleet/map-page.tsx')).MapPage })
const device = async () => ({ Component: (await import('../features/fleet/display-page.tsx')).DisplayPage })
const watch = async () => ({ Component: (await import('../features/fleet/watch-page.tsx')).WatchPage })
const plays = async () => ({ Component: (await import('../features/plays/report-page.tsx')).ReportPage })
const why = async () => ({ Component: (await import('../features/why/why-page.tsx')).WhyPage })
const preview = async () => ({ Component: (await import('../features/why/preview-page.tsx')).PreviewPage })
const users = async () => ({ Component: (await import('../features/users/users-page.tsx')).UsersPage })
const records = async () => ({ Component: (await import('../features/audit/audit-page.tsx')).AuditPage })

/** The pages; each is fetched when it is first opened. `/assets` belongs to the files of the build. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    hydrateFallbackElement: <div aria-busy="true" />,
    children: [
      {
        errorElement: <PageTrouble />,
        children: [
          { index: true, lazy: wall },
          { path: 'schedule', lazy: schedule },
          { path: 'schedule/days', lazy: officeDays },
          { path: 'schedule/dayparts', lazy: dayparts },
          { path: 'schedule/hours', lazy: hours },
          { path: 'schedule/takeovers', lazy: takeovers },
          { path: 'schedule/ticker', lazy: ticker },
          { path: 'library', lazy: library },
          { path: 'publish', lazy: review },
          { path: 'approvals', lazy: approvals },
          { path: 'approvals/:id', lazy: submission },
          { path: 'publications', lazy: publications },
          { path: 'playlists', lazy: playlists },
          { path: 'playlists/:id', lazy: playlist },
          { path: 'posters', lazy: posters },
          { path: 'posters/:id', lazy: poster },
          { path: 'layouts', lazy: layouts },
          { path: 'layouts/:id', lazy: layout },
          { path: 'desk', lazy: desk },
          { path: 'policy', lazy: policy },
          { path: 'drills', lazy: drills },
          { path: 'drills/:id', lazy: dryRun },
          { path: 'drills/runs/:id', lazy: drillRun },
          { path: 'languages', lazy: languages },
          { path: 'languages/:language', lazy: language },
          { path: 'displays', lazy: displays },
          { path: 'displays/map', lazy: deviceMap },
          { path: 'displays/plays', lazy: plays },
          { path: 'displays/watch', lazy: watch },
          { path: 'displays/:id', lazy: device },
          { path: 'why', lazy: why },
          { path: 'preview', lazy: preview },
          { path: 'users', lazy: users },
          { path: 'records', lazy: records },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
])
