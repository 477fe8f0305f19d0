import { type Chance, chanceOf } from './chance.ts'
import type { Customer } from './history.ts'
import { tellChain } from './tell-chains.ts'
import { tellContact } from './tell-contact.ts'
import { tellPurchases } from './tell-purchases.ts'

const day = 86_400_000
/** So long ago that every call is over, whenever this is told. */
const start = Date.UTC(2024, 3, 1)

/** Whole histories of so many customers, which the seed fixes. No two of them share anything by which one could be taken for the other. */
export function tellHistories(count: number, seed: number): Customer[] {
  const chance = chanceOf(seed)
  return Array.from({ length: count }, (_, index) => tellCustomer(index, chance))
}

function tellCustomer(index: number, chance: Chance): Customer {
  const from = start + chance.whole(0, 60) * day
  const chains = Array.from({ length: chance.pick([0, 1, 1, 1, 2]) }, (_, nth) => tellChain(index, nth, from + nth * 20 * day, chance))
  const booksWithPhone = chance.whole(1, 4) > 1
  return {
    name: `Customer ${String.fromCharCode(65 + (index % 26))}${index}`,
    email: `customer${index}@mail.example`,
    phone: `+1202${String(2_340_000 + index)}`,
    booksWithPhone,
    chains,
    contact: tellContact(index, from, booksWithPhone, chance),
    purchases: tellPurchases(index, from, chains, chance),
  }
}
