import { describe, expect, it } from 'vitest'
import { instantOf, shortened, splitWords } from './split-words.ts'

const kinds = (sentence: string, names: readonly string[] = []) =>
  splitWords(sentence, names)
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind, text }) => `${kind} ${text}`)

describe('a sentence of the rules', () => {
  it('shows who is credited and when, and loses nothing', () => {
    const sentence =
      'Credited to Ann Lee and Ann Lee Roy, because the call of Nov 9, 2026, 08:00 UTC is the most recent one.'
    expect(kinds(sentence, ['Ann Lee', 'Ann Lee Roy'])).toEqual([
      'name Ann Lee',
      'name Ann Lee Roy',
      'instant Nov 9, 2026, 08:00 UTC',
    ])
    expect(
      splitWords(sentence, ['Ann Lee'])
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence)
  })

  it('shows what was compared letter by letter, without the full stop', () => {
    expect(kinds('Nobody on file has h.brandt+x@mail.example or +12135550176.')).toEqual([
      'code h.brandt+x@mail.example',
      'code +12135550176',
    ])
    expect(kinds('Yes. Its metadata.invitee_id names it (https://api.calendly.com/a/b).')).toEqual([
      'code metadata.invitee_id',
      'code https://api.calendly.com/a/b',
    ])
  })

  it('takes a name as it is written, whatever stands in it', () => {
    expect(kinds('Credited to J. (Jo) Roy.', ['J. (Jo) Roy', ''])).toEqual(['name J. (Jo) Roy'])
  })

  it('reads its instants, and shortens its links alone', () => {
    expect(instantOf('Nov 19, 2026, 14:00 UTC')?.toISOString()).toBe('2026-11-19T14:00:00.000Z')
    expect(instantOf('Nov 99, 2026, 14:00 UTC')).toBeNull()
    expect(shortened('https://api.calendly.com/scheduled_events/1/invitees/cebb')).toBe('api.calendly.com/…/cebb')
    expect(shortened('ann@mail.example')).toBe('ann@mail.example')
  })
})
