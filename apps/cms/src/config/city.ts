import { Texts } from '@akari/protocol'
import { z } from 'zod'
import city from './city.json' with { type: 'json' }

/** The city this installation serves; Koganei is the shipped default. */
export const CITY = z.object({ city: Texts, issuer: Texts, timeZone: z.string() }).parse(city)
