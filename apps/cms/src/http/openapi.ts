import { Problem } from '@akari/protocol'
import { z } from 'zod'
import type { Access } from './actor.ts'
import type { DescribedRoute } from './api.ts'

type Json = Record<string, unknown>

/** OpenAPI 3.1 document from the very schemas that parse the requests. */
export function openApiDocument(routes: readonly DescribedRoute[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Akari CMS', version, description: 'Digital signage for a city hall.' },
    paths,
    components: {
      schemas: { Problem: jsonSchema(Problem) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'akari_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: DescribedRoute): Json {
  const status = route.status ?? (route.response === undefined ? 204 : 200)
  return {
    tags: [route.tag],
    summary: route.summary,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(route.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body) } } } }),
    responses: {
      [status]:
        route.response === undefined
          ? { description: 'Done' }
          : { description: 'Done', content: { 'application/json': { schema: jsonSchema(route.response) } } },
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

function parameters(where: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: where,
    required: where === 'path' || !(part instanceof z.ZodOptional || part instanceof z.ZodDefault),
    schema: part instanceof z.ZodType ? jsonSchema(part) : {},
  }))
}

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
