import type { Alert } from '@akari/protocol'

/** 警戒レベル that a word without one stands for: 特別警報 5, 危険警報 4, 警報 3, 注意報 2, 予報 and 情報 1. */
const LEVEL_OF_CLASS = { special: 5, danger: 4, warning: 3, advisory: 2, forecast: 1, info: 1 } as const

/** The highest 警戒レベル in force at a moment; 0 without any. */
export function alertLevel(alerts: readonly Alert[], now: Date): number {
  const levels = alerts.filter((alert) => isInForce(alert, now.getTime())).map(levelOf)
  return Math.max(0, ...levels)
}

function levelOf(alert: Alert): number {
  return alert.level ?? (alert.class === null ? 0 : LEVEL_OF_CLASS[alert.class])
}

function isInForce({ phase, expiresAt, effectiveAt }: Alert, nowMs: number): boolean {
  const hasBegun = effectiveAt === undefined || effectiveAt === null || Date.parse(effectiveAt) <= nowMs
  return phase === 'inForce' && hasBegun && (expiresAt === null || nowMs < Date.parse(expiresAt))
}
