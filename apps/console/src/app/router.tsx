import { createBrowserRouter } from 'react-router'
import { DeskPage } from '../features/alerts/desk-page.tsx'
import { AssetsPage } from '../features/assets/assets-page.tsx'
import { AuditPage } from '../features/audit/audit-page.tsx'
import { DisplaysPage } from '../features/displays/displays-page.tsx'
import { WallPage } from '../features/displays/wall-page.tsx'
import { PlaylistPage } from '../features/playlists/playlist-page.tsx'
import { PlaylistsPage } from '../features/playlists/playlists-page.tsx'
import { SchedulePage } from '../features/schedule/schedule-page.tsx'
import { UsersPage } from '../features/users/users-page.tsx'
import { NotFoundPage, PageTrouble } from './lost-pages.tsx'
import { Shell } from './shell.tsx'

export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    children: [
      {
        errorElement: <PageTrouble />,
        children: [
          { index: true, element: <WallPage /> },
          { path: 'schedule', element: <SchedulePage /> },
          { path: 'library', element: <AssetsPage /> },
          { path: 'playlists', element: <PlaylistsPage /> },
          { path: 'playlists/:id', element: <PlaylistPage /> },
          { path: 'desk', element: <DeskPage /> },
          { path: 'displays', element: <DisplaysPage /> },
          { path: 'users', element: <UsersPage /> },
          { path: 'records', element: <AuditPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
])
