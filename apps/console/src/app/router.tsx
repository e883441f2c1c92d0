import { createBrowserRouter } from 'react-router'
import { wanted } from '../parts/newest-code.ts'
import { PAGES } from './pages.ts'
import { NotFoundPage, PageTrouble } from './lost-pages.tsx'
import { Shell } from './shell.tsx'

/** Every page inside the shell. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    hydrateFallbackElement: <div aria-busy="true" />,
    children: [
      {
        errorElement: <PageTrouble />,
        children: [
          ...PAGES.map(({ path, load }) => ({ path, lazy: () => wanted(load) })),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
])
