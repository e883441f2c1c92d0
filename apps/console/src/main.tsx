import './app/first-needs.ts'
import '@fontsource/biz-udpgothic/400.css'
import '@fontsource/biz-udpgothic/700.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@akari/scenes/scenes.css'
import './app/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { startTexts } from './app/texts.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const page = createRoot(root)
void startTexts(window.localStorage, document.documentElement).then(() =>
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
