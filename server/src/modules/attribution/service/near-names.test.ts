import { describe, expect, it } from 'vitest'
import { nearNames, tellingWords } from './near-names.ts'

describe('two names', () => {
  it('are the same whatever their case, accents, punctuation and order', () => {
    expect(nearNames('Dana Whitfield', 'WHITFIELD, dana')).toBe('same')
    expect(nearNames('José Núñez', 'jose nunez')).toBe('same')
  })

  it('are near where one has more names, an initial, or one slip of the pen', () => {
    expect(nearNames('Dana Whitfield', 'Dana Marie Whitfield')).toBe('near')
    expect(nearNames('D. Whitfield', 'Dana Whitfield')).toBe('near')
    expect(nearNames('Dana Whitfeild', 'Dana Whitfield')).toBe('near')
    expect(nearNames('Danna Whitfield', 'Dana Whitfield')).toBe('near')
    expect(nearNames('Madonna', 'Madona')).toBe('near')
  })

  it('are not near for a first name or a family name alone, nor for initials alone', () => {
    expect(nearNames('Dana', 'Dana Whitfield')).toBeNull()
    expect(nearNames('Omar Whitfield', 'Dana Whitfield')).toBeNull()
    expect(nearNames('D W', 'Dana Whitfield')).toBeNull()
    expect(nearNames('', 'Dana')).toBeNull()
    expect(nearNames('Ann', 'Ana')).toBeNull()
  })

  it('are searched by their words of three letters and more', () => {
    expect(tellingWords('Dr. Li Chen-Whitfield')).toEqual(['chen', 'whitfield'])
  })
})
