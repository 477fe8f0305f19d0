import { expect, it } from 'vitest'
import { withoutContacts } from './without-contacts.ts'

it.each([
  ['Paid by mia@ito.example, who booked as mia.ito@work.example.', 'Paid by (email), who booked as (email).'],
  ['Their number +14155550100 is that of the lead.', 'Their number (phone) is that of the lead.'],
  ['Call her on 415 555 0100, not before noon.', 'Call her on (phone), not before noon.'],
  ['Her husband: (415) 555-0100.', 'Her husband: (phone).'],
  ['+44 (0)20 7946 0018 or 0049.30.123456', '(phone) or (phone)'],
  ['It is ٤١٥٥٥٥٠١٠٠ now', 'It is (phone) now'],
])('leaves out of “%s” how to reach somebody', (told, shown) => {
  expect(withoutContacts(told)).toBe(shown)
})

it.each([
  'The call of 2026-11-21 10:00 is 3 days before the payment.',
  'It is 24000.00 USD, and $1,300,000.00 or 1300000 JPY less than was said.',
  'Found by pi_3N1234567890 at 14:30:00, 2 of 12 calls.',
  'Between 2026-10-01 and 2026-10-31.',
])('keeps “%s”', (told) => {
  expect(withoutContacts(told)).toBe(told)
})
