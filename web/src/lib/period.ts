import { addDays, type Period } from '@clinch/schema/periods'

export { addDays, type Period, previousPeriod } from '@clinch/schema/periods'

export const periodPresets = [
  'today',
  'last_7_days',
  'last_30_days',
  'this_month',
  'last_month',
  'this_quarter',
  'last_90_days',
] as const

export type PeriodPreset = (typeof periodPresets)[number]

export const periodPresetLabels: Readonly<Record<PeriodPreset, string>> = {
  today: 'Today',
  last_7_days: 'Last 7 days',
  last_30_days: 'Last 30 days',
  this_month: 'This month',
  last_month: 'Last month',
  this_quarter: 'This quarter',
  last_90_days: 'Last 90 days',
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** True for a day that is in the calendar: `2026-02-29` is not. */
export const isDay = (text: string): boolean =>
  dayPattern.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** The calendar day that it is now in a zone. */
export function todayIn(timeZone: string, now: Date): string {
  // The Swedish locale writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

const monthStart = (day: string, monthsBack = 0): string => {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() - monthsBack)
  return at.toISOString().slice(0, 10)
}

/** What a preset stands for on a given day. Running months and quarters end today, since nothing lies beyond. */
export function presetPeriod(preset: PeriodPreset, today: string): Period {
  switch (preset) {
    case 'today':
      return { from: today, to: today }
    case 'last_7_days':
      return { from: addDays(today, -6), to: today }
    case 'last_30_days':
      return { from: addDays(today, -29), to: today }
    case 'last_90_days':
      return { from: addDays(today, -89), to: today }
    case 'this_month':
      return { from: monthStart(today), to: today }
    case 'last_month':
      return { from: monthStart(today, 1), to: addDays(monthStart(today), -1) }
    case 'this_quarter':
      return { from: monthStart(today, (Number(today.slice(5, 7)) - 1) % 3), to: today }
  }
}

/** The preset that a period equals on a given day, if any: of two that coincide, the first listed. */
export const presetOf = (period: Period, today: string): PeriodPreset | null =>
  periodPresets.find((preset) => {
    const candidate = presetPeriod(preset, today)
    return candidate.from === period.from && candidate.to === period.to
  }) ?? null
