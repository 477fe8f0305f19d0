import { describe, expect, it } from 'vitest'
import { readNumberText } from './read-number-text.ts'

describe('readNumberText', () => {
  it('reads what people type', () => {
    const read = [
      '1200',
      '1,200',
      ' 1,200.5 ',
      '1 200',
      '1,234,567',
      '-3',
      '−3',
      '+3',
      '.5',
      '5.',
      '0',
      '1e-7',
      '1e+21',
    ]
    expect(read.map(readNumberText)).toEqual([1200, 1200, 1200.5, 1200, 1_234_567, -3, -3, 3, 0.5, 5, 0, 1e-7, 1e21])
  })

  it.each(['3,5', '7,50', '1,20', '12,34,567', '1,2000', ',5', '1.200,00', '', ' ', 'twelve', '0x10', '1e999', '5%'])(
    'takes “%s” for no number',
    (text) => expect(readNumberText(text)).toBeNull(),
  )
})
