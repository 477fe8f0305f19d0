import type { Likeness } from './likely-duplicates.ts'

/** Why two leads may be one, in words. */
export function wordsOfLikeness({ likeness, value }: { likeness: Likeness; value: string }): string {
  switch (likeness) {
    case 'phone':
      return `The same phone number, ${value}`
    case 'mailbox':
      return `Addresses of what may be one mailbox, ${value}`
    case 'name_and_domain':
      return `The same name, with addresses at ${value}`
    case 'name_and_calls':
      return 'The same name, with calls close to each other'
  }
}
