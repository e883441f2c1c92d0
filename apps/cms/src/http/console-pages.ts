import { join } from 'node:path'
import express, { type Express } from 'express'

/** The console: hashed files for ever, its one page for every other path a person may reload. */
export function addConsolePages(app: Express, dir: string): void {
  app.use('/assets', express.static(join(dir, 'assets'), { immutable: true, maxAge: '365d', index: false }))
  app.use(express.static(dir, { index: false, maxAge: 0 }))
  app.get(/^\/(?!api\/|assets\/)[^.]*$/, (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache')
    res.sendFile('index.html', { root: dir })
  })
}
