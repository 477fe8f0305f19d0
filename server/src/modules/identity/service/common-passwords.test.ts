import { describe, expect, it } from 'vitest'
import { isCommonPassword } from './common-passwords.ts'

const nora = { name: 'Nora Whitfield', email: 'nora.w@kestrel.example', organizations: ['Kestrel Academy'] }
const refused = (password: string) => isCommonPassword(password, nora)

describe('a password', () => {
  it.each(['qwertyuiop', '1234567890', 'Password123', 'PLAYSTATION', '1qaz2wsx3edc', 'dragondragon', 'monkey12345'])(
    'that many use is refused, whatever its case: %s',
    (password) => expect(refused(password)).toBe(true),
  )

  it.each([
    'clinchclinch',
    'Clinch-2026!',
    'norawhitfield',
    '99Whitfield99',
    'Kestrel Academy 1',
    'nora.w.2026.nora',
    'Whitfield, Nora',
    'KESTRELclinch7',
    'Nórà Whítfield',
  ])('that says little but names of its owner, their organizations or ours is refused: %s', (password) =>
    expect(refused(password)).toBe(true),
  )

  it.each([
    'correct horse battery',
    'clinched the harbour',
    'norawhitfieldswims',
    'kestrel over the academy',
    '73920-58-1147',
    'nora 730 192 658',
  ])('that says more is taken: %s', (password) => expect(refused(password)).toBe(false))

  it('is as long as anybody likes, and made of names over and over, and still judged at once', () => {
    const names = { ...nora, name: 'aaa aaaa aaaaa', organizations: Array.from({ length: 60 }, (_, n) => 'a'.repeat(n + 3)) }
    expect(isCommonPassword(`${'a'.repeat(199)}b`, names)).toBe(false)
  })
})
