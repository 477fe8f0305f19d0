import { describe, expect, it } from 'vitest'
import { callsSearch } from '../../lib/page-search.ts'
import { readSearch } from '../../lib/search-params.ts'
import { fromSort, isNarrowed, noConditions, toEventFilter, toEventOrder, toSort } from './calls-filter.ts'

const stateOf = (search: string) => readSearch(callsSearch, new URLSearchParams(search))
const filterOf = (search: string) => toEventFilter(stateOf(search))

describe('the filter of the calls page', () => {
  it('asks for nothing where the address says nothing', () => {
    expect(filterOf('')).toEqual({})
    expect(isNarrowed(stateOf('open=event-1&sort=LEAD_NAME'))).toBe(false)
  })

  it('turns every chip of the address into its condition', () => {
    const search = new URLSearchParams([
      ['q', ' hannah '],
      ['scheduled', '2026-11-01_2026-11-20'],
      ['booked', '2026-10-01_2026-10-31'],
      ['closer', 'closer-1'],
      ['closer', 'closer-2'],
      ['setter', 'setter-1'],
      ['source', 'source-1'],
      ['callType', 'type-1'],
      ['tool', 'ACUITY'],
      ['status', 'COMPLETED'],
      ['outcome', 'CLOSED'],
      ['outcome', 'OFFER_MADE'],
      ['overdue', '1'],
      ['chainEnds', '1'],
      ['fillsSlots', '1'],
    ])
    expect(filterOf(search.toString())).toEqual({
      search: 'hannah',
      scheduled: { from: '2026-11-01', to: '2026-11-20' },
      booked: { from: '2026-10-01', to: '2026-10-31' },
      closerIds: ['closer-1', 'closer-2'],
      setterIds: ['setter-1'],
      sourceIds: ['source-1'],
      callTypeIds: ['type-1'],
      providers: ['ACUITY'],
      statuses: ['COMPLETED'],
      outcomes: ['CLOSED', 'OFFER_MADE'],
      overdue: true,
      chainEnds: true,
      fillsSlots: true,
    })
  })

  it('leaves out what the address does not know, so that an old link still opens', () => {
    expect(filterOf('status=HELD&scheduled=yesterday&outcome=CLOSED')).toEqual({ outcomes: ['CLOSED'] })
  })

  it('keeps calls with an overdue form out of the scheduled ones, since they are shown as another state', () => {
    expect(filterOf('status=SCHEDULED')).toEqual({ statuses: ['SCHEDULED'], overdue: false })
    expect(filterOf('status=SCHEDULED&status=CANCELED')).toMatchObject({ overdue: false })
  })

  it('does not lose a no-show whose form is overdue', () => {
    expect(filterOf('status=NO_SHOW')).toEqual({ statuses: ['NO_SHOW'] })
    expect(filterOf('status=SCHEDULED&status=NO_SHOW')).toEqual({ statuses: ['SCHEDULED', 'NO_SHOW'] })
    expect(filterOf('status=SCHEDULED&overdue=1')).toEqual({ statuses: ['SCHEDULED'], overdue: true })
  })

  it('is empty again once everything is taken off', () => {
    expect(
      toEventFilter({ ...stateOf('q=a&overdue=1&closer=closer-1&scheduled=2026-11-01_2026-11-02'), ...noConditions }),
    ).toEqual({})
  })
})

describe('the order of the calls page', () => {
  it('is the latest scheduled first unless the address says otherwise', () => {
    expect(toEventOrder(stateOf('').sort)).toEqual({ field: 'SCHEDULED_AT', direction: 'DESC' })
    expect(toEventOrder(stateOf('sort=LEAD_NAME').sort)).toEqual({ field: 'LEAD_NAME', direction: 'ASC' })
  })

  it('comes back from a press on a head as it was shown', () => {
    for (const sort of [
      '-SCHEDULED_AT',
      'SCHEDULED_AT',
      '-BOOKED_AT',
      'BOOKED_AT',
      '-LEAD_NAME',
      'LEAD_NAME',
    ] as const) {
      expect(fromSort(toSort(sort))).toBe(sort)
    }
  })
})
