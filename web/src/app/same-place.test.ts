import { describe, expect, it } from 'vitest'
import { samePlace } from './same-place.ts'

const id = '01936f3e-7a6b-7cc0-8000-1234567890ab'
const at = (pathname: string, search = '') => samePlace({ pathname, search })

describe('going over to another organization', () => {
  it('keeps the page with its period, filters and order', () => {
    const search = 'scheduled=2026-11-01_2026-11-20&status=NO_SHOW&status=COMPLETED&sort=LEAD_NAME'
    expect(at('/calls', `?${search}`)).toEqual({ pathname: '/calls', search })
    expect(at('/')).toEqual({ pathname: '/', search: '' })
  })

  it('leaves behind who and what belongs to the other one', () => {
    expect(at('/calls', `?closer=${id}&overdue=1&open=${id}`)).toEqual({ pathname: '/calls', search: 'overdue=1' })
  })

  it('goes from a record up to its list', () => {
    expect(at(`/payments/${id}`, '?tab=why')).toEqual({ pathname: '/payments', search: '' })
  })
})
