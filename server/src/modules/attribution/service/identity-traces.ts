/** Where anybody gets an address: sharing one says nothing. */
const publicMail = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com
  pm.me gmx.com gmx.de gmx.net web.de t-online.de mail.com mail.ru yandex.ru yandex.com zoho.com fastmail.com hey.com comcast.net verizon.net att.net
  hotmail.co.uk yahoo.co.uk outlook.fr hotmail.fr orange.fr free.fr laposte.net libero.it qq.com 163.com naver.com rediffmail.com`.split(
    /\s+/,
  ),
)

/** Mailboxes of nobody in particular. */
const sharedMailboxes = new Set(
  'info sales hello contact admin office support billing accounts accounting invoices finance team mail me noreply no-reply'.split(' '),
)

const partsOf = (email: string | null): [mailbox: string, domain: string] | null => {
  const at = email?.lastIndexOf('@') ?? -1
  return email && at > 0 ? [email.slice(0, at).toLowerCase(), email.slice(at + 1).toLowerCase()] : null
}

/** What stands before the @ where it tells of a person, without what a plus adds to it. */
export function mailboxOf(email: string | null): string | null {
  const mailbox = partsOf(email)?.[0].split('+')[0] ?? ''
  return mailbox.length >= 4 && !sharedMailboxes.has(mailbox) ? mailbox : null
}

/** The domain of an address where it is a company's own. */
export function companyOf(email: string | null): string | null {
  const domain = partsOf(email)?.[1]
  return domain && !publicMail.has(domain) ? domain : null
}

const endingDigits = 7

/** The last digits of a phone number, which stay when a country's prefix is written otherwise. */
export function phoneEnding(phone: string | null): string | null {
  const digits = (phone ?? '').replace(/\D/g, '')
  return digits.length >= endingDigits ? digits.slice(-endingDigits) : null
}
