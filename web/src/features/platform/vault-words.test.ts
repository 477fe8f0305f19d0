import { expect, it } from 'vitest'
import { sealedSentence } from './vault-words.ts'

it('says how far the vault is sealed, and names what is left and why', () => {
  expect(sealedSentence({ secrets: 0, upToDate: 0, inTheClear: 0 })).toBe('There are no secrets yet.')
  expect(sealedSentence({ secrets: 1204, upToDate: 1204, inTheClear: 0 })).toBe('All 1,204 are.')
  expect(sealedSentence({ secrets: 10, upToDate: 4, inTheClear: 0 })).toBe(
    '4 of 10 are. Left: 6 sealed with an older key.',
  )
  expect(sealedSentence({ secrets: 10, upToDate: 4, inTheClear: 1 })).toBe(
    '4 of 10 are. Left: 5 sealed with an older key, 1 imported in the clear, sealed at their first use.',
  )
})
