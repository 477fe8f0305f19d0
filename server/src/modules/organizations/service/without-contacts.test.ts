import { expect, it } from 'vitest'
import { saysContact, withoutContacts } from './without-contacts.ts'

it.each([
  ['Paid by mia@ito.example, who booked as mia.ito@work.example.', 'Paid by (email), who booked as (email).'],
  ['Their number +14155550100 is that of the lead.', 'Their number (phone) is that of the lead.'],
  ['Call her on 415 555 0100, not before noon.', 'Call her on (phone), not before noon.'],
  ['Her husband: (415) 555-0100.', 'Her husband: (phone).'],
  ['+44 (0)20 7946 0018 or 0049.30.123456', '(phone) or (phone)'],
  ['It is ٤١٥٥٥٥٠١٠٠ now', 'It is (phone) now'],
  ['tel:4155550100,or mail:mia＠ito.example', 'tel:(phone),or (email)'],
  ['At ten,4155550100', 'At ten,(phone)'],
])('leaves out of “%s” how to reach somebody', (told, shown) => {
  expect(withoutContacts(told)).toBe(shown)
})

it.each([
  'The call of 2026-11-21 10:00 is 3 days before the payment.',
  'It is 24000.00 USD, and $1,300,000.00 or 1300000 JPY less than was said.',
  'Found by pi_3N1234567890 at 14:30:00, 2 of 12 calls.',
  'Between 2026-10-01 and 2026-10-31.',
  'It is 1,300,000.00 at 14:30:00 2026-10-01.',
])('keeps “%s”', (told) => {
  expect(withoutContacts(told)).toBe(told)
})

it.each(['mia@ito', 'mia＠ito.example', 'Call 415 555 0100', '٤١٥٥٥٥٠١٠٠', 'wa.me/14155550100'])(
  'takes “%s” for what says how to reach somebody',
  (text) => {
    expect(saysContact(text)).toBe(true)
  },
)

it.each(['', 'Has 12 vans, since 2019', 'The first'])('takes “%s” for nothing of the kind', (text) => {
  expect(saysContact(text)).toBe(false)
})
