import { addDays, type Period, presetPeriod } from '../../../lib/period.ts'

/** How far the portal looks ahead and back, in days. */
const aheadDays = 60
export const backDays = 30

/** What today's page asks of. */
export interface TodayDays {
  coming: Period
  gone: Period
  month: Period
}

/** The days about one of the organization's. */
export const daysAbout = (today: string): TodayDays => ({
  coming: { from: addDays(today, -1), to: addDays(today, aheadDays) },
  gone: { from: addDays(today, -backDays), to: today },
  month: presetPeriod('this_month', today),
})
