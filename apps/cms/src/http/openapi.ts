import * as protocol from '@akari/protocol'
import { z } from 'zod'
import type { Access } from './actor.ts'
import type { DescribedRoute } from './api.ts'
import { hasVersion } from './if-match.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 document from the very schemas that parse the requests; what the protocol names stands once, under its name. */
export function openApiDocument(routes: readonly DescribedRoute[], version: string): Json {
  const schemas: Json = {}
  const reference = (schema: z.ZodType): Json => referenced(schema, schemas)
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method]: operation(route, reference) }
  }
  reference(protocol.Problem)
  return {
    openapi: '3.1.0',
    info: { title: 'Akari CMS', version, description: 'Digital signage for a city hall.' },
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'akari_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: DescribedRoute, reference: (schema: z.ZodType) => Json): Json {
  const status = route.status ?? (route.response === undefined ? 204 : 200)
  return {
    tags: [route.tag],
    summary: route.summary,
    parameters: [
      ...parameters('path', route.params, reference),
      ...parameters('query', route.query, reference),
      ...headers(route),
    ],
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: reference(route.body) } } } }),
    responses: {
      [status]:
        route.response === undefined
          ? { description: 'Done' }
          : { description: 'Done', content: { 'application/json': { schema: reference(route.response) } } },
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: security(route.access),
    ...(route.access.who === 'staff' ? { 'x-roles': route.access.roles } : {}),
  }
}

function security(access: Access): Json[] {
  switch (access.who) {
    case 'anyone':
      return []
    case 'staff':
      return access.orToken === undefined ? [{ session: [] }] : [{ session: [] }, { token: [] }]
    case 'token':
    case 'player':
      return [{ token: [] }]
  }
}

function parameters(
  where: 'path' | 'query',
  schema: z.ZodType | undefined,
  reference: (schema: z.ZodType) => Json,
): Json[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: where,
    required: where === 'path' || !(part instanceof z.ZodOptional || part instanceof z.ZodDefault),
    schema: part instanceof z.ZodType ? reference(part) : {},
  }))
}

/** What writes of other systems are guarded by (idempotency.ts, if-match.ts). */
function headers({ method, access, body }: DescribedRoute): Json[] {
  const text = { in: 'header', required: false, schema: { type: 'string' } }
  const isForSystems = access.who === 'staff' && access.orToken !== undefined
  return [
    ...(method === 'post' && isForSystems ? [{ ...text, name: 'Idempotency-Key' }] : []),
    ...(method !== 'get' && hasVersion(body) ? [{ ...text, name: 'If-Match' }] : []),
  ]
}

const NAMES = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(protocol)) if (schema instanceof z.ZodType) NAMES.add(schema, { id })

/** The JSON Schema of this one, with those that have a name, itself among them, put into `schemas` and referred to. */
function referenced(schema: z.ZodType, schemas: Json): Json {
  const {
    $schema: _dialect,
    $defs,
    ...whole
  } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', metadata: NAMES })
  for (const [name, { id: _id, ...definition }] of Object.entries($defs ?? {})) schemas[name] = withoutDefs(definition)
  return withoutDefs(whole)
}

/** References as OpenAPI has them. */
function withoutDefs(schema: Json): Json {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text))
}
