import { describe, expect, it } from 'vitest'
import { paymentsSearch } from '../../lib/page-search.ts'
import { readSearch } from '../../lib/search-params.ts'
import { fromSort, isNarrowed, toPaymentFilter, toPaymentOrder, toSort, type PaymentsState } from './payment-filter.ts'
import { currentView, notCreditedState, viewTabs } from './payment-views.ts'

const at = (search: string): PaymentsState => readSearch(paymentsSearch, new URLSearchParams(search))

describe('the filter of the payments page', () => {
  it('asks for nothing where the address says nothing', () => {
    expect(toPaymentFilter(at(''))).toEqual({})
    expect(isNarrowed(at('sort=AMOUNT&open=p1'))).toBe(false)
  })

  it('asks for all that the address says, and for no empty list', () => {
    const address =
      'q=+brandt+&paid=2026-11-01_2026-11-20&closer=c1&closer=c2&setter=s1&source=o1&package=k1&method=NONE&status=REFUNDED&origin=FORM'
    expect(toPaymentFilter(at(address))).toEqual({
      search: 'brandt',
      paid: { from: '2026-11-01', to: '2026-11-20' },
      closerIds: ['c1', 'c2'],
      setterIds: ['s1'],
      sourceIds: ['o1'],
      packageIds: ['k1'],
      methods: ['NONE'],
      statuses: ['REFUNDED'],
      origins: ['FORM'],
    })
    expect(toPaymentFilter(at('q=++'))).toEqual({})
  })

  it('leaves out what the address cannot mean', () => {
    expect(toPaymentFilter(at('method=GUESSED&paid=2026-02-30_2026-03-01&status='))).toEqual({})
  })

  it('turns every order into the address and back', () => {
    expect(toPaymentOrder('-PAID_AT')).toEqual({ field: 'PAID_AT', direction: 'DESC' })
    expect(toPaymentOrder('AMOUNT')).toEqual({ field: 'AMOUNT', direction: 'ASC' })
    for (const sort of ['-PAID_AT', 'PAID_AT', '-AMOUNT', 'AMOUNT'] as const) expect(fromSort(toSort(sort))).toBe(sort)
  })
})

describe('the views of the payments page', () => {
  const tabs = (search: string, seesAll = true) =>
    viewTabs({ state: at(search), notCreditedCount: 16, seesAll }).map(({ id, count, to }) => ({ id, count, to }))

  it('keep the period, the people and the search, and close the open payment', () => {
    const [all, notCredited] = tabs('q=ann&paid=2026-11-01_2026-11-20&closer=c1&method=MANUAL&open=p1')
    expect(all?.to).toEqual({ pathname: '/payments', search: 'q=ann&paid=2026-11-01_2026-11-20&closer=c1' })
    expect(notCredited).toEqual({
      id: 'not-credited',
      count: 16,
      to: { pathname: '/payments', search: 'q=ann&paid=2026-11-01_2026-11-20&closer=c1&method=NONE' },
    })
  })

  it('are known by method, status and origin alone', () => {
    expect(currentView(at('q=ann&closer=c1'))).toBe('all')
    expect(currentView(at('method=NONE'))).toBe('not-credited')
    expect(currentView(at('status=REFUNDED&status=PARTIALLY_REFUNDED'))).toBe('refunded')
    expect(currentView(at('status=REPORTED'))).toBe('reported')
    expect(currentView(at('status=DISPUTED'))).toBe('disputed')
    expect(currentView(at('deleted=1'))).toBe('deleted')
    expect(currentView(at('status=REFUNDED'))).toBeNull()
    expect(currentView(at('method=NONE&origin=FORM'))).toBeNull()
  })

  it('count what is not credited under the same filter', () => {
    expect(toPaymentFilter(notCreditedState(at('closer=c1&method=MANUAL&status=REFUNDED')))).toEqual({
      closerIds: ['c1'],
      methods: ['NONE'],
    })
  })

  it('offer nothing uncredited to somebody who sees only what is credited to them', () => {
    expect(tabs('', false).map(({ id }) => id)).toEqual(['all', 'by-hand', 'refunded', 'disputed', 'reported'])
  })
})
