import { z } from 'zod'

const LOOPBACK = 'must be the address of the agent on this machine, such as http://127.0.0.1:8090'

/** The agent's address as a setting of whoever holds the glass: always this machine. */
export const LoopbackOrigin = z
  .url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/, error: LOOPBACK })
  .transform((text) => new URL(text))
  .refine((url) => url.href === `${url.origin}/`, { error: LOOPBACK })
  .transform((url) => url.origin)
