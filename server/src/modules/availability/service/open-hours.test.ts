import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysOf, periodBounds } from '../../../lib/period.ts'
import { wallClock } from '../../../lib/wall-clock.ts'
import { openDays, type OpenInterval, type Schedule, schedulesInUse, weekdays } from './open-hours.ts'

const newYork = 'America/New_York'
const hours = (from: number, to: number): OpenInterval => ({ fromMinute: from * 60, toMinute: to * 60 })
const schedule = (change: Partial<Schedule> = {}): Schedule => ({
  name: 'Working hours',
  timeZone: newYork,
  isDefault: true,
  weekly: {},
  dated: {},
  ...change,
})
const everyDay = (...intervals: OpenInterval[]) => Object.fromEntries(weekdays.map((weekday) => [weekday, intervals]))
const on = (day: string, schedules: Schedule[], slotMinutes = 30, timeZone = newYork) =>
  openDays(schedules, { from: day, to: day }, timeZone, slotMinutes)[0]

describe('the open hours of a day', () => {
  it('are those of its weekday, in slots that fit into each interval whole', () => {
    const weekly = { friday: [hours(9, 12), hours(13, 17.25)] }
    expect(on('2026-11-20', [schedule({ weekly })], 45)).toEqual({ day: '2026-11-20', openMinutes: 435, openSlots: 4 + 5 })
    expect(on('2026-11-21', [schedule({ weekly })], 45)).toEqual({ day: '2026-11-21', openMinutes: 0, openSlots: 0 })
  })

  it('are those of its date where it has some, also where that is nothing', () => {
    const of = (intervals: OpenInterval[]) => schedule({ weekly: everyDay(hours(9, 17)), dated: { '2026-11-20': intervals } })
    expect(on('2026-11-20', [of([hours(10, 11)])])).toMatchObject({ openMinutes: 60, openSlots: 2 })
    expect(on('2026-11-20', [of([])])).toMatchObject({ openMinutes: 0, openSlots: 0 })
    expect(on('2026-11-19', [of([])])).toMatchObject({ openMinutes: 480, openSlots: 16 })
  })

  it('that end no later than they begin reach into the next day, a slot belonging to the day on which it begins', () => {
    const night = schedule({ dated: { '2026-11-20': [hours(22.5, 2)] } })
    expect(on('2026-11-20', [night], 60)).toMatchObject({ openMinutes: 90, openSlots: 2 })
    expect(on('2026-11-21', [night], 60)).toMatchObject({ openMinutes: 120, openSlots: 1 })
    const untilMidnight = schedule({ dated: { '2026-11-20': [{ fromMinute: 1380, toMinute: 0 }] } })
    expect(on('2026-11-20', [untilMidnight])).toMatchObject({ openMinutes: 60, openSlots: 2 })
    expect(on('2026-11-21', [untilMidnight])).toMatchObject({ openMinutes: 0 })
  })

  it('are told in the organization’s days, whatever the schedule’s zone', () => {
    const tokyo = schedule({ timeZone: 'Asia/Tokyo', dated: { '2026-11-20': [hours(9, 18)] } })
    expect(on('2026-11-19', [tokyo])).toMatchObject({ openMinutes: 300, openSlots: 10 })
    expect(on('2026-11-20', [tokyo])).toMatchObject({ openMinutes: 240, openSlots: 8 })
  })

  it('are as many as clocks really show on the days that they are changed', () => {
    const nights = schedule({ weekly: everyDay(hours(0, 6)) })
    expect(on('2026-03-08', [nights], 60)).toMatchObject({ openMinutes: 300, openSlots: 5 })
    expect(on('2026-11-01', [nights], 60)).toMatchObject({ openMinutes: 420, openSlots: 7 })
    expect(on('2026-03-08', [schedule({ weekly: everyDay(hours(2, 3)) })])).toMatchObject({ openMinutes: 0, openSlots: 0 })
    expect(on('2026-03-08', [schedule({ weekly: everyDay(hours(2.5, 3.5)) })])).toMatchObject({ openMinutes: 30, openSlots: 1 })
  })

  it('of several schedules are what any has open, counted once', () => {
    const [early, late] = [schedule({ weekly: everyDay(hours(9, 12)) }), schedule({ weekly: everyDay(hours(11, 14)) })]
    expect(on('2026-11-20', [early, late], 45)).toMatchObject({ openMinutes: 300, openSlots: 6 })
    expect(on('2026-11-20', [early, early])).toMatchObject({ openMinutes: 180, openSlots: 6 })
  })
})

describe('the schedules in use', () => {
  it('are the default ones, and all where none is', () => {
    const [usual, other] = [schedule(), schedule({ isDefault: false, name: 'Evenings' })]
    expect(schedulesInUse([other, usual])).toEqual([usual])
    expect(schedulesInUse([other, other])).toEqual([other, other])
    expect(schedulesInUse([])).toEqual([])
  })
})

describe('any schedule', () => {
  // Steps of half an hour keep the minute by minute count short. Kathmandu lies 5:45 off, and Lord Howe moves its clocks by half an hour.
  const zones = fc.constantFrom(newYork, 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC')
  const minute = fc.integer({ min: 0, max: 47 }).map((half) => half * 30)
  const interval = fc.record({ fromMinute: minute, toMinute: minute }).filter(({ fromMinute, toMinute }) => fromMinute !== toMinute)
  const intervals = fc.array(interval, { maxLength: 3 })
  // Around the changes of clocks of either half of the year.
  const firstDays = fc.constantFrom(
    '2026-03-06',
    '2026-03-27',
    '2026-04-03',
    '2026-09-25',
    '2026-10-02',
    '2026-10-23',
    '2026-10-30',
    '2026-06-10',
  )
  const anySchedule = (from: string) =>
    fc.record({
      name: fc.constant(null),
      timeZone: zones,
      isDefault: fc.constant(true),
      weekly: fc.dictionary(fc.constantFrom(...weekdays), intervals),
      dated: fc.dictionary(
        fc.integer({ min: -1, max: 4 }).map((days) => addDays(from, days)),
        intervals,
        { maxKeys: 2 },
      ),
    })
  const story = firstDays.chain((from) => fc.tuple(fc.constant(from), fc.array(anySchedule(from), { minLength: 1, maxLength: 2 }), zones))

  /** Whether clocks there show the same twice around an instant: what an interval that begins or ends then means is anybody's guess. */
  const isAmbiguous = (time: number, zone: string) =>
    [-60, -30, 30, 60].some((minutes) => wallClock(time + minutes * 60_000, zone).slice(0, 16) === wallClock(time, zone).slice(0, 16))

  function isOpen({ timeZone, weekly, dated }: Schedule, time: number): boolean {
    const shown = wallClock(time, timeZone)
    const [day, at] = [shown.slice(0, 10), Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16))]
    const of = (which: string) => dated[which] ?? weekly[weekdays[new Date(`${which}T00:00:00Z`).getUTCDay()] ?? 'sunday'] ?? []
    return (
      of(day).some(({ fromMinute, toMinute }) => at >= fromMinute && (toMinute <= fromMinute || at < toMinute)) ||
      of(addDays(day, -1)).some(({ fromMinute, toMinute }) => toMinute <= fromMinute && at < toMinute)
    )
  }

  it('has open what a watch on the wall finds open, minute by minute', () => {
    fc.assert(
      fc.property(story, ([from, schedules, zone]) => {
        for (const { day, openMinutes } of openDays(schedules, { from, to: addDays(from, 3) }, zone, 30)) {
          const { start, end } = periodBounds({ from: day, to: day }, zone)
          let [open, unsure] = [0, 0]
          for (let time = start.getTime(); time < end.getTime(); time += 15 * 60_000) {
            if (schedules.some(({ timeZone }) => isAmbiguous(time, timeZone))) unsure += 15
            else if (schedules.some((each) => isOpen(each, time))) open += 15
          }
          expect(openMinutes).toBeGreaterThanOrEqual(open)
          expect(openMinutes).toBeLessThanOrEqual(open + unsure)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('never has more slots than fit into its minutes, nor misses one that fits', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 10, max: 90 }), ([from, schedules, zone], slotMinutes) => {
        const period = { from, to: addDays(from, 3) }
        const days = openDays(schedules, period, zone, slotMinutes)
        expect(days.map(({ day }) => day)).toEqual(daysOf(period))
        const minutes = days.reduce((sum, { openMinutes }) => sum + openMinutes, 0)
        const slots = days.reduce((sum, { openSlots }) => sum + openSlots, 0)
        // A slot that begins on the last day may end on the next.
        expect(slots * slotMinutes).toBeLessThanOrEqual(minutes + slotMinutes)
        expect(openDays(schedules, period, zone, 1).reduce((sum, { openSlots }) => sum + openSlots, 0)).toBe(minutes)
      }),
      { numRuns: 60 },
    )
  })

  it('has open the same in whatever order its schedules come', () => {
    fc.assert(
      fc.property(story, ([from, schedules, zone]) => {
        const period = { from, to: addDays(from, 3) }
        expect(openDays(schedules.toReversed(), period, zone, 45)).toEqual(openDays(schedules, period, zone, 45))
      }),
      { numRuns: 30 },
    )
  })

  it('on a date of its own is not what its weekday says', () => {
    fc.assert(
      fc.property(intervals, intervals, (weekly, dated) => {
        const day = '2026-06-10'
        const withBoth = schedule({ weekly: { wednesday: weekly }, dated: { [day]: dated } })
        const withDate = schedule({ dated: { [day]: dated } })
        expect(on(day, [withBoth])).toEqual(on(day, [withDate]))
      }),
      { numRuns: 50 },
    )
  })
})
