/** Which column holds what, by its place; null where none does. A name may stand in two. */
export interface LeadColumns {
  name: number | null
  lastName: number | null
  email: number | null
  phone: number | null
}

export type LeadPart = keyof LeadColumns

const plain = (head: string): string =>
  head
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What columns are usually called, the surest first. */
const usual: Readonly<Record<LeadPart, readonly RegExp[]>> = {
  name: [
    /^(full )?name$/,
    /^(lead|contact|customer|client)( full)? name$/,
    /^(first|given) name$|^firstname$|^forename$/,
    /^(lead|contact|customer|client)$/,
  ],
  lastName: [/^(last|family) name$|^lastname$|^surname$/],
  email: [/^e ?mail( address)?$/, /e ?mail/],
  phone: [/^(phone|mobile|cell|telephone|tel)( number| no)?$/, /phone|mobile|whatsapp/],
}

const find = (heads: readonly string[], patterns: readonly RegExp[]): number | null => {
  for (const pattern of patterns) {
    const at = heads.findIndex((head) => pattern.test(head))
    if (at !== -1) return at
  }
  return null
}

/** Which column holds which own field, by the field's key. One that has none is not imported. */
export type OwnColumns = Readonly<Record<string, number>>

/** Guesses the columns of own fields: one is called as its field, or by its key. */
export const matchOwnColumns = (
  head: readonly string[],
  fields: readonly { key: string; label: string }[],
): OwnColumns => {
  const heads = head.map(plain)
  return Object.fromEntries(
    fields.flatMap(({ key, label }) => {
      const at = heads.findIndex((text) => text !== '' && (text === plain(label) || text === plain(key)))
      return at === -1 ? [] : [[key, at]]
    }),
  )
}

/** Guesses the columns from the head of a file. A last name goes with a first name alone: a whole name holds it already. */
export function matchColumns(head: readonly string[]): LeadColumns {
  const heads = head.map(plain)
  const name = find(heads, usual.name)
  const isFirst = name !== null && /first|given|forename/.test(heads[name] ?? '')
  return {
    name,
    lastName: isFirst ? find(heads, usual.lastName) : null,
    email: find(heads, usual.email),
    phone: find(heads, usual.phone),
  }
}
