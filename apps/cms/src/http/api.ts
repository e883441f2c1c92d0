import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Access, type Actor, refusal } from './actor.ts'
import { AppError, parse } from './app-error.ts'

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

/** Collects routes: each is guarded, its input and output are parsed, and it stands in the OpenAPI document. */
export class Api {
  readonly router = Router()
  readonly routes: DescribedRoute[] = []
  readonly #actorOf: (req: Request) => Promise<Actor>

  constructor(actorOf: (req: Request) => Promise<Actor>) {
    this.#actorOf = actorOf
  }

  /** Adds a JSON route. A handler that answered by itself (files, 304) returns `undefined` with headers sent. */
  add<
    P extends Shape = undefined,
    Q extends Shape = undefined,
    B extends Shape = undefined,
    R extends Shape = undefined,
  >(spec: RouteSpec<P, Q, B, R>, handle: (input: RouteInput<P, Q, B>) => Promise<Of<R>> | Of<R>): void {
    this.routes.push(spec)
    this.router[spec.method](spec.path, async (req: Request, res: Response) => {
      const actor = await this.#actorOf(req)
      const refused = refusal(actor, spec.access)
      if (refused !== null) throw new AppError(refused)
      const result = await handle({
        params: parsed(spec.params, req.params),
        query: parsed(spec.query, req.query),
        body: parsed(spec.body, req.body),
        actor,
        req,
        res,
      })
      if (res.headersSent) return
      if (spec.response === undefined) {
        res.status(spec.status ?? 204).end()
        return
      }
      res.status(spec.status ?? 200).json(spec.response.parse(result))
    })
  }
}

function parsed<S extends Shape>(schema: S | undefined, input: unknown): Of<S>
function parsed(schema: Shape, input: unknown): unknown {
  return schema === undefined ? undefined : parse(schema, input)
}
