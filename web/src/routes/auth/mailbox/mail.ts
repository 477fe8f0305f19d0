import * as z from 'zod/mini'

const mailSchema = z.object({ key: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: z.string() })

/** An e-mail that would have been sent. `at` is an ISO 8601 instant. */
export type ShownMail = z.infer<typeof mailSchema>

const listSchema = z.array(mailSchema)

/** What the server's mailbox answers; null if it is no mailbox. */
export function readMails(answer: unknown): ShownMail[] | null {
  const wrapped = z.object({ mails: listSchema }).safeParse(answer)
  if (wrapped.success) return wrapped.data.mails
  const bare = listSchema.safeParse(answer)
  return bare.success ? bare.data : null
}

/** A stretch of a mail's text: words, or an address that can be followed. */
export interface MailPart {
  text: string
  /** Only http and https: whatever else a mail says is shown, not followed. */
  href: string | null
}

const addressPattern = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** A mail's text parted at its addresses. */
export function partsOf(text: string): MailPart[] {
  const parts: MailPart[] = []
  let from = 0
  for (const match of text.matchAll(addressPattern)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null })
    parts.push({ text: match[0], href: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null })
  return parts
}

/** The address that a mail is about: its first. */
export const actionOf = (text: string): string | null => partsOf(text).find(({ href }) => href !== null)?.href ?? null
