import { nameGroups, revenues, trades } from './lead-names.ts'
import type { Random } from './random.ts'
import type { Lead } from './truth.ts'

const mailDomains = ['postbox.example', 'inbox.example', 'mailhaven.example', 'letterly.example'] as const
const areaCodes = [
  202, 206, 212, 213, 214, 215, 303, 305, 312, 313, 404, 415, 503, 504, 512, 602, 612, 617, 619, 646, 702, 713, 718, 801, 813, 904, 919,
] as const

/** Makes people who differ from each other in name, address and phone number. */
export function createLeads(random: Random): () => Lead {
  const names = new Set<string>()
  const phones = new Set<string>()

  return () => {
    let person = namePerson(random)
    while (names.has(person.name)) person = namePerson(random)
    names.add(person.name)
    const timeZone = random.weighted([
      ['America/New_York', 38],
      ['America/Chicago', 22],
      ['America/Denver', 9],
      ['America/Los_Angeles', 22],
      ['Europe/London', 9],
    ])
    let phone = random.chance(0.8) ? phoneOf(random, timeZone) : null
    while (phone !== null && phones.has(phone)) phone = phoneOf(random, timeZone)
    if (phone) phones.add(phone)
    const trade = random.pick(trades)
    const revenue = random.weighted(revenues.map((text, index) => [text, [2, 4, 5, 3, 1][index] ?? 1] as const))
    return { ...person, email: addressOf(random, person, trade.domain), phone, timeZone, revenue, trade: trade.name }
  }
}

type Person = Pick<Lead, 'name' | 'firstName' | 'lastName'>

function namePerson(random: Random): Person {
  const group = random.pick(nameGroups)
  const firstName = random.pick(group.given)
  const lastName = random.pick(group.family)
  return { name: `${firstName} ${lastName}`, firstName, lastName }
}

/** Full names differ, so whole-name addresses do too; one with an initial carries a number. */
function addressOf(random: Random, { firstName, lastName }: Person, trade: string): string {
  const [first, last] = [slug(firstName), slug(lastName)]
  return random.weighted([
    [`${first}.${last}@${random.pick(mailDomains)}`, 5],
    [`${first}${last}@${random.pick(mailDomains)}`, 3],
    [`${first}@${last}${trade}.example`, 2],
    [`${first.charAt(0)}${last}${random.integer(100, 9_999)}@${random.pick(mailDomains)}`, 2],
  ])
}

/** Another address of the same person, which no lead books with first. */
export const secondAddressOf = (random: Random, lead: Lead): string =>
  `${slug(lead.firstName)}@${slug(lead.lastName)}-${random.pick(['studio', 'works', 'and-co', 'group'])}.example`

/** Somebody near the lead who pays for them, and whom nobody on file has heard of. */
export function relativeOf(random: Random, lead: Lead): { name: string; email: string } {
  const firstName = random.pick(nameGroups.find(({ given }) => given.includes(lead.firstName))?.given ?? [lead.firstName])
  return {
    name: `${firstName} ${lead.lastName}`,
    email: `billing.${slug(firstName)}${random.integer(100, 9_999)}@household.example`,
  }
}

/** Numbers that are set aside for fiction. */
function phoneOf(random: Random, timeZone: string): string {
  const digits = (count: number) => String(random.integer(0, 10 ** count - 1)).padStart(count, '0')
  return timeZone === 'Europe/London' ? `+44 7700 900${digits(3)}` : `+1 ${random.pick(areaCodes)}-555-01${digits(2)}`
}

export const slug = (text: string): string =>
  text
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
