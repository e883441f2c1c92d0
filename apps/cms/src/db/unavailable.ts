/** Connection exceptions, insufficient resources, operator intervention: PostgreSQL's «Error Codes», classes 08, 53, 57P. */
const SQL_STATES = /^(08...|53...|57P0.)$/
const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])
/** What node-postgres says without a code. */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client (was closed|has encountered a connection error))/

/** Whether the database could not be reached or did not answer in time; nothing is wrong with the request then. */
export function isUnavailable(err: unknown): boolean {
  if (!(err instanceof Error)) return false
  const code = 'code' in err && typeof err.code === 'string' ? err.code : ''
  return NETWORK_CODES.has(code) || SQL_STATES.test(code) || DRIVER_MESSAGES.test(err.message)
}
