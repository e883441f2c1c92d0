import type texts from './locales/ja.json' with { type: 'json' }

export type MessageKey = keyof typeof texts
export function sentence(key: MessageKey, values?: Record<string, string | number | null>): string
export function say(key: MessageKey, values?: Record<string, string | number | null>): void
