/** Asks again and again until the answer is yes; fails after a while, saying what was waited for. */
export async function until(what: string, ask: () => Promise<boolean>, withinMs = 20_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`It did not come about: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
