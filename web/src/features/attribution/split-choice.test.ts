import { describe, expect, it } from 'vitest'
import { evenly, problemOfSplit, sumOf, withOneMore, without, withPercent, type Share } from './split-choice.ts'

const split = (...percents: (number | string)[]): Share[] =>
  percents.map((percent, index) => ({ person: `p${index}`, percent: String(percent) }))
const percentsOf = (shares: readonly Share[]) => shares.map(({ percent }) => percent)

describe('a split that is typed', () => {
  it('adds to the whole by itself while it is between two', () => {
    expect(percentsOf(withPercent(split(50, 50), 0, '60'))).toEqual(['60', '40'])
    expect(percentsOf(withPercent(split(50, 50), 1, '1'))).toEqual(['99', '1'])
    expect(percentsOf(withPercent(split(50, 50), 0, ''))).toEqual(['', '50'])
    expect(percentsOf(withPercent(split(50, 30, 20), 0, '40'))).toEqual(['40', '30', '20'])
  })

  it('gives one more what is missing, else is made even, the first taking what is left over', () => {
    expect(percentsOf(withOneMore(split(50, 30)))).toEqual(['50', '30', '20'])
    expect(percentsOf(withOneMore(split(50, 50)))).toEqual(['34', '33', '33'])
    expect(sumOf(evenly(Array.from({ length: 7 }, () => 'p')))).toBe(100)
  })

  it('gives the part of one who is taken out to the first, and is none for one alone', () => {
    expect(percentsOf(without(split(50, 30, 20), 1))).toEqual(['80', '20'])
    expect(without(split(50, 50), 0)).toEqual([])
  })

  it('says what is wrong with it', () => {
    expect(problemOfSplit([], 'closer')).toBeNull()
    expect(problemOfSplit(split(60, 40), 'closer')).toBeNull()
    expect(problemOfSplit(split(60, 30), 'closer')).toBe('The shares add to 90%: 10% is missing')
    expect(problemOfSplit(split(60, 50), 'closer')).toBe('The shares add to 110%: 10% too much')
    expect(problemOfSplit(split(60, '39.5'), 'closer')).toBe('A share is a whole number from 1 to 99 percent')
    expect(problemOfSplit(split(100, 0), 'closer')).toBe('A share is a whole number from 1 to 99 percent')
    expect(problemOfSplit([...split(60), { person: '', percent: '40' }], 'setter')).toBe(
      'Choose a setter for every share',
    )
    expect(problemOfSplit([...split(60), { person: 'p0', percent: '40' }], 'setter')).toBe('Each setter has one share')
  })
})
