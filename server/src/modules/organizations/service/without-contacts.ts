const address = /\S+[@＠]\S+[.．。｡][\p{L}\d]+/gu
/** Digits as people group them. What stands by a currency or in a row of groups is an amount or a time. */
const number = /(?<![\p{L}\p{N}_$€£¥-]|\p{N}[.,:])[+(]{0,2}\p{Nd}(?:[\s().\-/]*\p{Nd})+(?![\p{L}\p{N}_]| ?[A-Z]{3}\b)/gu
const day = /^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}/u

/** As few digits as a number has that somebody can be called by, however they stand in the text. */
const fewestDigits = 7

const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0

const isPhone = (text: string): boolean => digitsIn(text) >= fewestDigits && !day.test(text)

/** A sentence without the addresses and telephone numbers in it. Days and amounts stay. */
export const withoutContacts = <Text extends string | null>(text: Text): Text | string =>
  text === null ? text : text.replace(address, '(email)').replace(number, (found) => (isPhone(found) ? '(phone)' : found))

/**
 * Whether a text may say how to reach somebody: an address or a number is in it, however it is written. What is true of that is kept
 * back whole where it says nothing else that has to be read.
 */
export const saysContact = (text: string): boolean => /[@＠]/u.test(text) || digitsIn(text) >= fewestDigits
