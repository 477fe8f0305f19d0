/** Our name of an enum's value (`payment_plan`) that the API writes in capitals (`PAYMENT_PLAN`). */
export const fromEnum = <Name extends string>(names: readonly Name[], value: Uppercase<Name>): Name => {
  const name = names.find((each) => each.toUpperCase() === value)
  if (name === undefined) throw new RangeError(`There is no name for ${value}.`)
  return name
}

/** How the API writes one of our names. The type says what `toUpperCase` does, which TypeScript does not. */
export const toEnum = <Name extends string>(name: Name): Uppercase<Name> => name.toUpperCase() as Uppercase<Name>
