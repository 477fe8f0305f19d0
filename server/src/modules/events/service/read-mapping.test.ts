import type { FieldSource } from '@clinch/drizzle/tables'
import { describe, expect, it } from 'vitest'
import type { Tracking } from './booking-message.ts'
import { readMapping } from './read-mapping.ts'

const silent: Tracking = { source: null, medium: null, campaign: null, content: null, term: null }
const utm = (parameter: keyof Tracking, prefix?: string): FieldSource => ({
  kind: 'utm',
  parameter,
  ...(prefix === undefined ? {} : { prefix }),
})
const question = (text: string): FieldSource => ({ kind: 'question', question: text })

const setter = (setterFrom: FieldSource[], said: { tracking?: Partial<Tracking>; answers?: { question: string; answer: string }[] }) =>
  readMapping(
    { setterFrom, sourceFrom: [], trafficTypeFrom: [] },
    { tracking: { ...silent, ...said.tracking }, answers: said.answers ?? [] },
  ).setterName

describe('the names that a booking says', () => {
  it('are read from the places that its connection names, each for its own', () => {
    const names = readMapping(
      { setterFrom: [utm('content', 'setter-')], sourceFrom: [utm('source')], trafficTypeFrom: [utm('medium')] },
      { tracking: { ...silent, source: 'instagram', medium: 'dm', content: 'setter-marcus-hale' }, answers: [] },
    )
    expect(names).toEqual({ setterName: 'marcus-hale', sourceName: 'instagram', trafficTypeName: 'dm' })
  })

  it('are the first that a place in the list says, and blanks say nothing', () => {
    const places = [utm('term'), utm('content'), question('Who booked you?')]
    expect(setter(places, { tracking: { term: '  ', content: ' Marcus ' } })).toBe('Marcus')
    expect(setter(places, { answers: [{ question: 'Who booked you?', answer: 'Tessa' }] })).toBe('Tessa')
    expect(setter(places, {})).toBeNull()
    expect(setter([], { tracking: { content: 'Marcus' } })).toBeNull()
  })

  it('are the same whether or not the prefix stands before them, in whatever letter case', () => {
    for (const content of ['setter-Marcus', 'SETTER-Marcus', 'Marcus'])
      expect(setter([utm('content', 'setter-')], { tracking: { content } })).toBe('Marcus')
    expect(setter([utm('content', '')], { tracking: { content: 'Marcus' } })).toBe('Marcus')
  })

  it('are looked for in the next place where only the prefix was written', () => {
    expect(setter([utm('content', 'setter-'), utm('term')], { tracking: { content: 'setter-', term: 'Tessa' } })).toBe('Tessa')
  })

  it('are found under a question that is written with other spaces or letter case', () => {
    const answers = [
      { question: 'Anything else?', answer: 'no' },
      { question: ' who  BOOKED\nyou? ', answer: 'Tessa' },
    ]
    expect(setter([question('Who booked you?')], { answers })).toBe('Tessa')
    expect(setter([question('Who booked')], { answers })).toBeNull()
  })
})
