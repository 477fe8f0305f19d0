import { readFileSync } from 'node:fs'
import { passwordLength } from './auth-terms.ts'

/** Whose password it will be, as far as that is known. */
export interface PasswordOwner {
  name: string
  email: string
  /** The names of their organizations. */
  organizations: readonly string[]
}

const listed: ReadonlySet<string> = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
)

/** Words of ours that a password may not be made of. */
const ours = ['clinch', 'clinchapp']
/** So many digits beside names are a few; more of them say something. */
const aFewDigits = 8

/** Whether so many use a password, or it says so little besides names that it would be among the first to be tried. */
export function isCommonPassword(password: string, owner: PasswordOwner): boolean {
  if (password.length < passwordLength.min) return false
  if (listed.has(password.toLowerCase())) return true
  const letters = lettersOf(password)
  return letters !== '' && password.replace(/\P{N}/gu, '').length <= aFewDigits && isMadeOf(letters, wordsOf(owner))
}

/** Without case, accents, digits, spaces and punctuation. */
const lettersOf = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/\P{L}/gu, '')

/** Their names, whole and word by word, and the part of their address before the @. */
function wordsOf({ name, email, organizations }: PasswordOwner): ReadonlySet<string> {
  const local = email.split('@', 1)[0] ?? ''
  const texts = [name, local, ...organizations].flatMap((text) => [text, ...text.split(/[^\p{L}\p{M}]+/u)])
  // A letter or two would take words apart that have nothing to do with anybody's name.
  return new Set([...ours, ...texts.map(lettersOf)].filter(({ length }) => length > 2))
}

/** Whether a text is nothing but words of a set, one after the other. */
function isMadeOf(text: string, words: ReadonlySet<string>): boolean {
  const reached = new Set([0])
  for (let from = 0; from < text.length; from += 1) {
    if (!reached.has(from)) continue
    for (const word of words) if (text.startsWith(word, from)) reached.add(from + word.length)
  }
  return reached.has(text.length)
}
