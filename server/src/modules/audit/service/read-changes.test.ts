import { describe, expect, it } from 'vitest'
import { describeActor, readActor } from './describe-actor.ts'
import { currencyIn, idsIn, needsCurrency, readChanges } from './read-changes.ts'

const maya = '01a1fd95-325f-7113-98ae-f3defdbcd392'
const nobody = '01a1fd95-325f-7113-98ae-000000000000'
const readings = { nameOf: (id: string) => (id === maya ? 'Maya' : null), currency: 'USD' }

describe('changes as text', () => {
  it('read ids as names where somebody knows them, amounts with their currency, and lists in a line', () => {
    const before = { closer_id: null, setter_id: nobody, refunded_minor: 0, scopes: ['events:read'], attribution_locked: false }
    const after = {
      closer_id: maya,
      setter_id: null,
      refunded_minor: 12_345,
      scopes: ['events:read', 'leads:read'],
      attribution_locked: true,
    }
    expect(readChanges({ before, after }, readings)).toEqual([
      { field: 'attribution_locked', before: 'false', after: 'true' },
      { field: 'closer_id', before: null, after: 'Maya' },
      { field: 'refunded_minor', before: '0.00 USD', after: '123.45 USD' },
      { field: 'scopes', before: 'events:read', after: 'events:read, leads:read' },
      { field: 'setter_id', before: nobody, after: null },
    ])
  })

  it('leave out the row itself, and what a new row has nothing in', () => {
    const after = { id: maya, organization_id: nobody, name: 'Maya', email: null, mapping: { a: [1] }, tags: [] }
    expect(readChanges({ before: null, after }, readings)).toEqual([
      { field: 'mapping', before: null, after: '{"a":[1]}' },
      { field: 'name', before: null, after: 'Maya' },
    ])
    expect(idsIn({ before: null, after: { ...after, user_id: nobody } })).toEqual([nobody])
  })

  it('tell when a currency has to be looked up', () => {
    expect(needsCurrency({ before: { refunded_minor: 0 }, after: { refunded_minor: 5 } })).toBe(true)
    expect(needsCurrency({ before: null, after: { amount_minor: 5, currency: 'EUR' } })).toBe(false)
    expect(needsCurrency({ before: { name: 'a' }, after: { name: 'b' } })).toBe(false)
    expect(currencyIn({ before: null, after: { cash_currency: 'EUR' } })).toBe('EUR')
  })
})

describe('who acts', () => {
  it('is read from the label, with the name that somebody has', () => {
    expect(readActor(`user:${maya}`)).toEqual({ kind: 'user', id: maya })
    expect(readActor('job:audit.sign')).toEqual({ kind: 'job', id: null })
    expect(describeActor(`user:${maya}`, 'Maya')).toBe('Maya')
    expect(describeActor(`operator:${maya}`, 'Opal')).toBe('Opal (Clinch support)')
    expect(describeActor('job:audit.sign', null)).toBe('Clinch')
    expect(describeActor('database:postgres', null)).toBe('The database (postgres)')
  })

  it('is called by what they were where no name is left', () => {
    expect(describeActor(`user:${maya}`, null)).toBe('Somebody who left')
    expect(describeActor(`portal:${maya}`, null)).toBe('A portal link')
    expect(describeActor('something:else', null)).toBe('something:else')
  })
})
