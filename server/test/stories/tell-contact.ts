import type { Chance } from './chance.ts'
import { type Contact, sources } from './history.ts'

const hour = 3_600_000

/**
 * What an automation hears of somebody, whatever else is known of them: their address, their number, or first the one and then both. Who is
 * known by a number alone at one place, and by an address alone at another, is two people to everybody: so nobody is told of in that way.
 */
export function tellContact(index: number, from: number, booksWithPhone: boolean, chance: Chance): Contact | null {
  const way = chance.pick(['none', 'none', 'both', 'email', 'phone', 'more'] as const)
  if (way === 'none') return null
  const told = (nth: number, email: boolean, phone: boolean) => ({
    at: new Date(from + (nth * 30 + chance.whole(-200, 20)) * hour),
    email,
    phone,
    source: chance.pick(sources),
  })
  const both = [told(0, true, true)]
  const ways = { both, email: [told(0, true, false)], phone: [told(0, false, true)], more: [told(0, false, true), told(1, true, true)] }
  return { ref: `18${index}`, told: booksWithPhone || way === 'email' ? ways[way] : both }
}
