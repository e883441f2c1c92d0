import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import express, { type Express } from 'express'
import type { Api } from './api.ts'
import { openApiDocument } from './openapi.ts'

const PAGE = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>Akari API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true, validatorUrl: null })`

/** The OpenAPI document and a readable page of it, all from this server. */
export function addDocsPages(app: Express, api: Api, version: string): void {
  const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  let document: Record<string, unknown> | null = null
  app.get('/api/openapi.json', (_req, res) => {
    document ??= openApiDocument(api.routes, version)
    res.json(document)
  })
  app.get('/api/docs', (_req, res) => {
    res.type('html').send(PAGE)
  })
  app.get('/api/docs/start.js', (_req, res) => {
    res.type('js').send(START)
  })
  app.use('/api/docs', express.static(assets, { index: false, maxAge: '1d' }))
}
