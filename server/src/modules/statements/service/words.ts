import { z } from 'zod'

/** Enough to say what is wrong, or why it is not. */
const mostCharacters = 1_000

/** What one person writes to another about a credit. `asked` completes "Say …", `noun` begins a sentence. */
export const Words = (asked: string, noun: string) =>
  z
    .string()
    .trim()
    .min(1, `Say ${asked}.`)
    .max(mostCharacters, `${noun} has at most ${mostCharacters.toLocaleString('en-US')} characters.`)
