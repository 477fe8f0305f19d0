import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, formatDecimal, minorDigits, MoneyFormatError, parseDecimal } from './money.ts'

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KRW', 'KWD', 'BHD', 'ISK', 'UGX', 'CHF')
/** At most fifteen digits are read before the point, which in a currency without decimals are all. */
const largest = 10n ** 15n - 1n
const amountMinor = fc.bigInt({ min: -largest, max: largest })

describe('the decimals of a currency', () => {
  it('are two for most, none for some and three for a few', () => {
    expect(['USD', 'EUR', 'HUF'].map(minorDigits)).toEqual([2, 2, 2])
    expect(['JPY', 'KRW', 'ISK', 'VND', 'XOF', 'UGX'].map(minorDigits)).toEqual([0, 0, 0, 0, 0, 0])
    expect(['KWD', 'BHD', 'JOD', 'OMR', 'TND'].map(minorDigits)).toEqual([3, 3, 3, 3, 3])
  })

  it('of what is no currency are refused, small letters too', () => {
    for (const code of ['', 'usd', 'US', 'XYZ', 'DOLLAR', '__proto__']) expect(() => minorDigits(code)).toThrow(MoneyFormatError)
  })
})

describe('an amount in words', () => {
  it('has as many decimals as its currency', () => {
    expect(formatDecimal({ amountMinor: 123450n, currency: 'USD' })).toBe('1234.50')
    expect(formatDecimal({ amountMinor: 450000n, currency: 'JPY' })).toBe('450000')
    expect(formatDecimal({ amountMinor: 924500n, currency: 'KWD' })).toBe('924.500')
  })

  it('below one unit keeps its zeros', () => {
    expect(formatDecimal({ amountMinor: 0n, currency: 'USD' })).toBe('0.00')
    expect(formatDecimal({ amountMinor: 5n, currency: 'USD' })).toBe('0.05')
    expect(formatDecimal({ amountMinor: -5n, currency: 'KWD' })).toBe('-0.005')
    expect(formatDecimal({ amountMinor: 0n, currency: 'JPY' })).toBe('0')
  })

  it('loses no digit where a floating-point number would', () => {
    expect(formatDecimal({ amountMinor: 900719925474099301n, currency: 'USD' })).toBe('9007199254740993.01')
  })

  it('reads back as the same amount', () => {
    fc.assert(
      fc.property(amountMinor, currency, (amount, code) => {
        expect(parseDecimal(formatDecimal({ amountMinor: amount, currency: code }), code)).toBe(amount)
      }),
    )
  })
})

describe('reading an amount', () => {
  it('fills up the decimals that were not written', () => {
    expect(parseDecimal('12', 'USD')).toBe(1200n)
    expect(parseDecimal('12.5', 'USD')).toBe(1250n)
    expect(parseDecimal(' 12.5 ', 'KWD')).toBe(12500n)
    expect(parseDecimal('12', 'JPY')).toBe(12n)
    expect(parseDecimal('-0.07', 'USD')).toBe(-7n)
  })

  it('takes zeros beyond the currency’s decimals, and refuses other digits there rather than round them away', () => {
    expect(parseDecimal('12.5000', 'USD')).toBe(1250n)
    expect(parseDecimal('12.00', 'JPY')).toBe(12n)
    expect(() => parseDecimal('12.505', 'USD')).toThrow('USD has 2 decimals.')
    expect(() => parseDecimal('12.5', 'JPY')).toThrow('JPY has no decimals.')
    expect(() => parseDecimal('12.5005', 'KWD')).toThrow('KWD has 3 decimals.')
  })

  it('refuses what is no plain decimal number', () => {
    const refused = [
      '',
      ' ',
      '.',
      '.5',
      '5.',
      '-',
      '+5',
      '--5',
      '1,000',
      '1 000',
      '1e3',
      '0x10',
      '1_000',
      'NaN',
      'Infinity',
      '$5',
      '5 USD',
      '١٢',
    ]
    for (const text of [...refused, '1.2.3', '1.2345678', '12\n13', '1'.repeat(16)]) {
      expect(() => parseDecimal(text, 'USD'), text).toThrow(MoneyFormatError)
    }
  })

  it('refuses a currency that is none', () => {
    expect(() => parseDecimal('1', 'usd')).toThrow(MoneyFormatError)
  })

  it('answers or refuses, and does nothing else, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), currency, (text, code) => {
        try {
          expect(typeof parseDecimal(text, code)).toBe('bigint')
        } catch (error) {
          expect(error).toBeInstanceOf(MoneyFormatError)
        }
      }),
    )
  })
})

describe('splitting an amount by shares', () => {
  const shares = fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 12 }).filter((list) => list.some((share) => share > 0))

  it('gives out the whole, to the last unit', () => {
    fc.assert(
      fc.property(amountMinor, shares, (total, list) => {
        expect(allocate(total, list).reduce((sum, part) => sum + part, 0n)).toBe(total)
      }),
    )
  })

  it('keeps each part within one unit of its exact share, and gives none to a share of nothing', () => {
    fc.assert(
      fc.property(amountMinor, shares, (total, list) => {
        const sum = BigInt(list.reduce((all, share) => all + share, 0))
        allocate(total, list).forEach((part, index) => {
          const exact = total * BigInt(list[index] ?? 0)
          const off = part * sum - exact
          expect(off < sum && off > -sum).toBe(true)
          if (list[index] === 0) expect(part).toBe(0n)
        })
      }),
    )
  })

  it('takes back by the same parts that it gave', () => {
    fc.assert(
      fc.property(amountMinor, shares, (total, list) => {
        expect(allocate(-total, list)).toEqual(allocate(total, list).map((part) => -part))
      }),
    )
  })

  it('gives what rounding leaves to the largest remainders, and among equals to the first', () => {
    expect(allocate(100n, [1, 1, 1])).toEqual([34n, 33n, 33n])
    expect(allocate(101n, [1, 1, 1])).toEqual([34n, 34n, 33n])
    expect(allocate(10n, [50, 30, 20])).toEqual([5n, 3n, 2n])
    expect(allocate(1n, [33, 67])).toEqual([0n, 1n])
    expect(allocate(-1n, [33, 67])).toEqual([0n, -1n])
    expect(allocate(0n, [60, 40])).toEqual([0n, 0n])
  })

  it('refuses shares that add up to nothing, are below nothing, or are no whole numbers', () => {
    for (const list of [[], [0], [0, 0], [-1], [300, -99, -101], [0.5, 0.5], [NaN], [Infinity], [2 ** 53, 1]]) {
      expect(() => allocate(1n, list), String(list)).toThrow(MoneyFormatError)
    }
  })
})
