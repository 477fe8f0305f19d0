const address = /\S+@\S+\.[\p{L}\d]+/gu
/** Digits as people group them. What stands by a currency is an amount. */
const number = /(?<![\p{L}\p{N}_$€£¥.,:-])[+(]{0,2}\p{Nd}(?:[\s().\-/]*\p{Nd})+(?![\p{L}\p{N}_]| ?[A-Z]{3}\b)/gu
const day = /^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}/u

/** As few digits as a number has that somebody can be called by. */
const fewestDigits = 7

const isPhone = (text: string): boolean => (text.match(/\p{Nd}/gu)?.length ?? 0) >= fewestDigits && !day.test(text)

/** A sentence without the addresses and telephone numbers in it. Days and amounts stay. */
export const withoutContacts = (text: string): string =>
  text.replace(address, '(email)').replace(number, (found) => (isPhone(found) ? '(phone)' : found))
