import { faultText, type Logger } from '@akari/node-kit'

/** The agent on this machine: `agentOrigin`, for example `http://127.0.0.1:8090`. */
export type AgentDeps = { agentOrigin: string; fetch: typeof globalThis.fetch; log: Logger }

const ANSWER_MS = 2_000

/** Posts JSON to the agent. Rejects when it is not there. */
export async function postToAgent(
  { agentOrigin, fetch }: Pick<AgentDeps, 'agentOrigin' | 'fetch'>,
  { path, body, signal }: { path: string; body: unknown; signal: AbortSignal },
): Promise<Response> {
  return await fetch(`${agentOrigin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal,
  })
}

/** Tells the agent something that needs no answer. Never rejects: an agent that is not there hears the next word. */
export async function tellAgent(deps: AgentDeps, path: string, body: unknown): Promise<void> {
  try {
    const response = await postToAgent(deps, { path, body, signal: AbortSignal.timeout(ANSWER_MS) })
    await response.body?.cancel()
  } catch (error) {
    deps.log.debug({ reason: faultText(error) }, 'agent not there')
  }
}
