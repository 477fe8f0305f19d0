import { describe, expect, it } from 'vitest'
import { leadsSearch } from '../../lib/page-search.ts'
import { readSearch } from '../../lib/search-params.ts'
import { isNarrowed, noConditions, toLeadFilter } from './leads-filter.ts'

const at = (search: string) => readSearch(leadsSearch, new URLSearchParams(search))

describe('the filter of leads', () => {
  it('holds what the address asks for, and nothing else', () => {
    expect(toLeadFilter(at('q=+dana+&setter=s1&source=x&source=y&paid=no&created=2026-11-01_2026-11-20'))).toEqual({
      search: 'dana',
      setterIds: ['s1'],
      sourceIds: ['x', 'y'],
      hasPayments: false,
      created: { from: '2026-11-01', to: '2026-11-20' },
    })
    expect(toLeadFilter(at(''))).toEqual({})
  })

  it('asks for everybody where both those who paid and those who did not are wanted', () => {
    expect(isNarrowed(at('paid=yes&paid=no'))).toBe(false)
  })

  it('is nothing once every condition is taken off', () => {
    expect(isNarrowed({ ...at('q=dana&paid=yes'), ...noConditions })).toBe(false)
  })
})
