import { describe, expect, it } from 'vitest'
import { suggestSetter } from './suggest-setter.ts'

const setters = [
  { id: '1', name: 'Luis Ortega', aliases: ['Lou'] },
  { id: '2', name: 'Jess Carver', aliases: [] },
  { id: '3', name: 'Jess Miller', aliases: [] },
  { id: '4', name: 'Åsa Öberg', aliases: [] },
]

const suggestedFor = (name: string) => suggestSetter(name, setters)?.name ?? null

describe('whom a name on bookings looks like', () => {
  it.each([
    ['luis', 'Luis Ortega'],
    ['LUIS.ORTEGA', 'Luis Ortega'],
    ['luisortega', 'Luis Ortega'],
    ['lortega', 'Luis Ortega'],
    ['Lou (webinar)', 'Luis Ortega'],
    ['jess c', 'Jess Carver'],
    ['åsa', 'Åsa Öberg'],
  ])('%s is %s', (name, setter) => expect(suggestedFor(name)).toBe(setter))

  it('is nobody where two could be meant', () => expect(suggestedFor('jess')).toBeNull())

  it('is nobody where none is alike', () => {
    expect(suggestedFor('Marcus')).toBeNull()
    expect(suggestedFor('---')).toBeNull()
  })
})
