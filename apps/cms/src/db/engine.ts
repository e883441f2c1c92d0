/** Which database engine the tables live in. */
export type Engine = 'sqlite' | 'postgres'
