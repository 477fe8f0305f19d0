import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CallFacts, decideCallStatus, type FormFacts, mergeNoShow, type NoShowMark } from './call-status.ts'

const form = (change: Partial<FormFacts> = {}): FormFacts => ({
  callOccurred: true,
  leadShowed: true,
  offerMade: false,
  dealClosed: false,
  resolution: null,
  ...change,
})

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 20, 15, 0, second))
const none: NoShowMark = { marked: false, changedAt: null }
const markedAt = (second: number): NoShowMark => ({ marked: true, changedAt: at(second) })

const status = (facts: Partial<CallFacts>) => {
  const decided = decideCallStatus({ form: null, replaced: false, canceledAt: null, noShow: none, ...facts })
  return [decided.status, decided.outcome]
}

describe('how a call stands by what the booking tool tells', () => {
  it('is scheduled, with its outcome open, until something is known', () => {
    expect(status({})).toEqual(['scheduled', null])
  })

  it('is a no-show while it is marked as one', () => {
    expect(status({ noShow: markedAt(1) })).toEqual(['no_show', 'no_show'])
  })

  it('is canceled, also where it was marked as a no-show before', () => {
    expect(status({ canceledAt: at(2) })).toEqual(['canceled', null])
    expect(status({ canceledAt: at(2), noShow: markedAt(1) })).toEqual(['canceled', null])
    expect(status({ canceledAt: at(2), noShow: markedAt(2) })).toEqual(['canceled', null])
  })

  it('is a no-show where it is marked after it was canceled, and canceled again once the mark is taken back', () => {
    expect(status({ canceledAt: at(2), noShow: markedAt(3) })).toEqual(['no_show', 'no_show'])
    expect(status({ canceledAt: at(2), noShow: { marked: false, changedAt: at(4) } })).toEqual(['canceled', null])
  })

  it('is rescheduled where it was moved, whatever else is told of the old time', () => {
    expect(status({ replaced: true })).toEqual(['rescheduled', null])
    expect(status({ replaced: true, canceledAt: at(1), noShow: markedAt(2) })).toEqual(['rescheduled', null])
  })
})

describe('how a call stands by its form', () => {
  it('is completed where the lead showed, with what came of it as the outcome', () => {
    expect(status({ form: form() })).toEqual(['completed', 'no_offer'])
    expect(status({ form: form({ offerMade: true }) })).toEqual(['completed', 'offer_made'])
    expect(status({ form: form({ offerMade: true, dealClosed: true }) })).toEqual(['completed', 'closed'])
  })

  it('is a no-show where the lead did not show', () => {
    expect(status({ form: form({ leadShowed: false }) })).toEqual(['no_show', 'no_show'])
    expect(status({ form: form({ callOccurred: false, leadShowed: false }) })).toEqual(['no_show', 'no_show'])
  })

  it('is what the form says became of it, where it did not take place', () => {
    for (const resolution of ['canceled', 'rescheduled'] as const) {
      expect(status({ form: form({ callOccurred: false, leadShowed: false, resolution }) })).toEqual([resolution, resolution])
    }
  })

  it('outranks the booking tool, whatever that tells', () => {
    const tool = fc.record({
      replaced: fc.boolean(),
      canceledAt: fc.constantFrom(null, at(1), at(3)),
      noShow: fc.constantFrom(none, markedAt(2), { marked: false, changedAt: at(2) }),
    })
    const forms = fc.record({
      callOccurred: fc.boolean(),
      leadShowed: fc.boolean(),
      offerMade: fc.boolean(),
      dealClosed: fc.boolean(),
      resolution: fc.constantFrom(null, 'canceled', 'rescheduled'),
    })
    fc.assert(
      fc.property(tool, forms, (told, filed) => {
        expect(status({ ...told, form: filed })).toEqual(status({ form: filed }))
      }),
    )
  })
})

describe('no-show marks', () => {
  const merge = (messages: readonly { marked: boolean; sentAt: Date }[]): NoShowMark => messages.reduce(mergeNoShow, none)
  const mark = { marked: true, sentAt: at(1) }
  const takenBack = { marked: false, sentAt: at(2) }

  it('hold until they are taken back', () => {
    expect(merge([mark]).marked).toBe(true)
    expect(merge([mark, takenBack]).marked).toBe(false)
    expect(merge([mark, takenBack, { marked: true, sentAt: at(3) }]).marked).toBe(true)
  })

  it('that overtake each other end as the provider sent them, not as they came', () => {
    expect(merge([takenBack, mark])).toEqual({ marked: false, changedAt: at(2) })
  })

  it('that come twice change nothing the second time', () => {
    expect(merge([mark, takenBack, mark, takenBack, mark])).toEqual(merge([mark, takenBack]))
  })

  it('of one moment count as marked', () => {
    const same = { marked: false, sentAt: at(1) }
    expect(merge([mark, same]).marked).toBe(true)
    expect(merge([same, mark]).marked).toBe(true)
  })

  it('end alike in whatever order, and however often, their messages come', () => {
    const messages = fc.array(fc.record({ marked: fc.boolean(), sentAt: fc.integer({ min: 0, max: 4 }).map(at) }), { maxLength: 6 })
    const orders = messages.chain((list) => {
      const twice = [...list, ...list]
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(twice, { minLength: twice.length }))
    })
    fc.assert(
      fc.property(orders, ([list, shuffled]) => {
        expect(merge(shuffled)).toEqual(merge(list))
      }),
    )
  })
})
