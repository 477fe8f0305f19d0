import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikePhone, normaliseEmail, normaliseName, normalisePhone } from './identity.ts'
import { countryOfZone } from './zone-countries.ts'

const all = fc.string({ unit: 'grapheme' })

describe('an e-mail address', () => {
  it('is matched without regard to letter case and spaces around it', () => {
    expect(normaliseEmail('  Dana.Whitfield@Example.COM\n')).toBe('dana.whitfield@example.com')
  })

  it('keeps what tells two mailboxes apart', () => {
    expect(normaliseEmail('dana+sales@example.com')).toBe('dana+sales@example.com')
    expect(normaliseEmail('d.ana@example.com')).toBe('d.ana@example.com')
  })

  it('that is none is nobody’s', () => {
    for (const text of [
      '',
      ' ',
      '@',
      'dana',
      'dana@',
      '@example.com',
      'dana@example',
      'a b@example.com',
      'a@b@example.com',
      'a@.b ,c@d.e',
    ]) {
      expect(normaliseEmail(text), text).toBeNull()
    }
    expect(normaliseEmail(`${'a'.repeat(320)}@example.com`)).toBeNull()
  })

  it('with an international domain is one address, however that is written', () => {
    expect(normaliseEmail('Jürgen@MÜLLER.example')).toBe('jürgen@xn--mller-kva.example')
    expect(normaliseEmail('Jürgen@xn--mller-kva.example')).toBe('jürgen@xn--mller-kva.example')
    expect(normaliseEmail('dana@mu\u0308ller.example')).toBe(normaliseEmail('dana@m\u00fcller.example'))
  })

  it('in its normal form stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), all), (text) => {
        const email = normaliseEmail(text)
        if (email !== null) expect(normaliseEmail(email)).toBe(email)
      }),
    )
  })
})

describe('a phone number', () => {
  it('is matched by its digits alone, however it is written', () => {
    for (const text of ['+1 (202) 555-0143', '+1.202.555.0143', '12025550143', '2025550143', '(202) 555-0143', '0012025550143']) {
      expect(normalisePhone(text), text).toBe('+12025550143')
    }
  })

  it('with a country code is not taken for a North American one, wherever its plus sign stands', () => {
    for (const text of ['+65 6123 4567', '(+65) 6123 4567', 'tel:+6561234567', '0065 6123 4567']) {
      expect(normalisePhone(text), text).toBe('+6561234567')
    }
  })

  it('leaves out the trunk zero that people write in brackets after the country code', () => {
    expect(normalisePhone('+44 (0)20 7946 0958')).toBe('+442079460958')
    expect(normalisePhone('+44 20 7946 0958')).toBe('+442079460958')
  })

  it('without a country code is read as it is dialled in the country that is said', () => {
    expect(normalisePhone('020 7946 0958', 'GB')).toBe('+442079460958')
    expect(normalisePhone('06 12 34 56 78', 'FR')).toBe('+33612345678')
    expect(normalisePhone('0171 123 4567', 'DE')).toBe('+491711234567')
    expect(normalisePhone('(202) 555-0143', 'CA')).toBe('+12025550143')
    // Dialled out of that country.
    expect(normalisePhone('011 44 20 7946 0958', 'US')).toBe('+442079460958')
  })

  it('that is no number of the country that it is read in is nobody’s', () => {
    for (const text of ['06 12 34 56 78', '020 7946 0958', '6123 4567', '555-0143', '122 555 0143']) {
      expect(normalisePhone(text), text).toBeNull()
    }
    expect(normalisePhone('202 555 0143', 'FR')).toBeNull()
  })

  it('of a country that there is none of, or too long for its country, is nobody’s', () => {
    for (const text of ['+999 123 456', '+0612345678', '+1 202 555 0143 99', '+44 12']) expect(normalisePhone(text), text).toBeNull()
  })

  it('that is too short or too long is nobody’s, whatever stands before it', () => {
    for (const text of ['', 'n/a', '123456', '0012345', '+0000000000', '1234567890123456', 'call me']) {
      expect(normalisePhone(text), text).toBeNull()
    }
  })

  it('in its normal form stays as it is, wherever it is read: a plus sign, then at most fifteen digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('0123456789+()- ')) }), (text) => {
        for (const country of ['US', 'GB', 'DE'] as const) {
          const phone = normalisePhone(text, country)
          if (phone === null) continue
          expect(phone).toMatch(/^\+[1-9]\d{5,14}$/)
          expect(normalisePhone(phone, 'FR')).toBe(phone)
        }
      }),
    )
  })
})

describe('a text', () => {
  it('looks like a phone number of some country by its digits, whichever they are', () => {
    for (const text of ['020 7946 0958', '+65 6123 4567', '0065 6123 4567']) expect(looksLikePhone(text), text).toBe(true)
    for (const text of ['', 'none', '12345', 'no. 7', '1234567890123456']) expect(looksLikePhone(text), text).toBe(false)
  })
})

describe('a time zone', () => {
  it('lies in a country, also by a name that was given up', () => {
    expect(['Europe/London', 'America/New_York', 'US/Eastern', 'Asia/Calcutta', 'europe/berlin'].map(countryOfZone)).toEqual([
      'GB',
      'US',
      'US',
      'IN',
      'DE',
    ])
  })

  it('that is nowhere, or no zone, lies in none', () => {
    expect(['UTC', 'Etc/GMT+3', 'Mars/Olympus', ''].map(countryOfZone)).toEqual([null, null, null, null])
    expect(countryOfZone(null)).toBeNull()
  })
})

describe('a name', () => {
  it('is matched without regard to letter case, spacing and punctuation', () => {
    for (const text of ['Marcus Hale', ' marcus  hale ', 'MARCUS.HALE', 'marcus_hale', 'marcus-hale', 'Marcus\tHale', 'Ｍarcus Hale']) {
      expect(normaliseName(text), text).toBe('marcus hale')
    }
  })

  it('is the same however its accents are encoded', () => {
    expect(normaliseName('Zo\u00eb')).toBe(normaliseName('Zoe\u0308'))
  })

  it('keeps the signs that tell two names apart in scripts that write vowels as marks', () => {
    expect(normaliseName('राम')).not.toBe(normaliseName('रीम'))
    expect(normaliseName('มาลี')).not.toBe(normaliseName('มาลา'))
  })

  it('of signs alone is empty', () => {
    expect(normaliseName(' -._!? ')).toBe('')
  })

  it('in its normal form stays as it is', () => {
    fc.assert(
      fc.property(all, (text) => {
        expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
      }),
    )
  })
})
