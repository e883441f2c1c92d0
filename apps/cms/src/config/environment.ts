/** The environment of this process; nothing else in the server reads it. */
export function readEnvironment(): NodeJS.ProcessEnv {
  return process.env
}
