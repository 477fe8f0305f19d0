import { describe, expect, it } from 'vitest'
import { actsFor } from './member-acts.ts'

const owner = { mayManage: true, mayOwn: true }
const admin = { mayManage: true, mayOwn: false }
const other = (role: 'OWNER' | 'ADMIN' | 'SALES_REP') => ({ role, isYou: false })

describe('what may be done to a member', () => {
  it('is all but ownership for an admin', () => {
    expect(actsFor(other('ADMIN'), admin)).toEqual(['make-rep', 'remove'])
    expect(actsFor(other('SALES_REP'), admin)).toEqual(['make-admin', 'remove'])
  })

  it('is nothing to the owner, who hands over by themselves first', () => {
    expect(actsFor(other('OWNER'), admin)).toEqual([])
    expect(actsFor({ role: 'OWNER', isYou: true }, owner)).toEqual([])
    expect(actsFor(other('SALES_REP'), owner)).toEqual(['make-admin', 'hand-over', 'remove'])
  })

  it('is leaving for oneself', () => {
    expect(actsFor({ role: 'ADMIN', isYou: true }, admin)).toEqual(['leave'])
  })
})
