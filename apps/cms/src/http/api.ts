import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Access, type Actor, refusal } from './actor.ts'
import { AppError, parse } from './app-error.ts'
import { type IdempotencyStore, onceOnly, refuseKey } from './idempotency.ts'
import { entityTag, preconditionOf, withVersion } from './if-match.ts'
import { withTokens } from './token-access.ts'

type Shape = z.ZodType | undefined
type Of<S extends Shape> = S extends z.ZodType ? z.infer<S> : undefined

/** One route: its contract (what the OpenAPI document says) and who may call it. */
export type RouteSpec<P extends Shape, Q extends Shape, B extends Shape, R extends Shape> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Express path below /api, e.g. `/displays/:id`. */
  path: string
  tag: string
  summary: string
  access: Access
  params?: P
  query?: Q
  body?: B
  response?: R
  status?: number
}

export type RouteInput<P extends Shape, Q extends Shape, B extends Shape> = {
  params: Of<P>
  query: Of<Q>
  body: Of<B>
  actor: Actor
  req: Request
  res: Response
}

export type DescribedRoute = RouteSpec<Shape, Shape, Shape, Shape>

/** Collects routes: each is guarded, its input and output are parsed, and it stands in the OpenAPI document. Writes mind
 * `If-Match` and `Idempotency-Key` where other systems may call them. */
export class Api {
  readonly router = Router()
  readonly routes: DescribedRoute[] = []
  readonly #actorOf: (req: Request) => Promise<Actor>
  readonly #once: ReturnType<typeof onceOnly>

  constructor(actorOf: (req: Request) => Promise<Actor>, answers: IdempotencyStore) {
    this.#actorOf = actorOf
    this.#once = onceOnly(answers)
  }

  /** Adds a JSON route. A handler that answered by itself (files, 304) returns `undefined` with headers sent. */
  add<
    P extends Shape = undefined,
    Q extends Shape = undefined,
    B extends Shape = undefined,
    R extends Shape = undefined,
  >(spec: RouteSpec<P, Q, B, R>, handle: (input: RouteInput<P, Q, B>) => Promise<Of<R>> | Of<R>): void {
    const access = withTokens(spec.access, spec)
    this.routes.push({ ...spec, access })
    this.router[spec.method](spec.path, async (req: Request, res: Response) => {
      const actor = await this.#actorOf(req)
      const refused = refusal(actor, access)
      if (refused !== null) throw new AppError(refused)
      const work = () => answerOf(spec, handle, { req, res, actor })
      const minded = spec.method === 'post' && isForSystems(access)
      if (!minded) refuseKey(req)
      const { status, body } = minded ? await this.#once(req, res, actor, work) : await work()
      if (res.headersSent) return
      const tag = entityTag(body)
      if (tag !== null && !res.hasHeader('ETag')) res.setHeader('ETag', tag)
      if (body === undefined) res.status(status).end()
      else res.status(status).json(body)
    })
  }
}

/** Parses what came in, does the work, and checks what goes out. */
async function answerOf<P extends Shape, Q extends Shape, B extends Shape, R extends Shape>(
  spec: RouteSpec<P, Q, B, R>,
  handle: (input: RouteInput<P, Q, B>) => Promise<Of<R>> | Of<R>,
  { req, res, actor }: { req: Request; res: Response; actor: Actor },
): Promise<{ status: number; body: unknown }> {
  const ifMatch = spec.method === 'get' ? undefined : req.get('if-match')
  try {
    const result = await handle({
      params: parsed(spec.params, req.params),
      query: parsed(spec.query, req.query),
      body: parsed(spec.body, withVersion(req.body, spec.body, ifMatch)),
      actor,
      req,
      res,
    })
    if (res.headersSent || spec.response === undefined) return { status: spec.status ?? 204, body: undefined }
    return { status: spec.status ?? 200, body: spec.response.parse(result) }
  } catch (err) {
    throw preconditionOf(err, ifMatch)
  }
}

function isForSystems(access: Access): boolean {
  return access.who === 'staff' && access.orToken !== undefined
}

function parsed<S extends Shape>(schema: S | undefined, input: unknown): Of<S>
function parsed(schema: Shape, input: unknown): unknown {
  return schema === undefined ? undefined : parse(schema, input)
}
