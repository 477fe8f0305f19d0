/** Whether two lists without repetitions hold the same values, in whatever order. */
export const sameMembers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each))
