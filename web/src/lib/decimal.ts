const decimalPattern = /^-?\d+(\.\d+)?$/

/** True for a plain decimal such as `-1234.50`: no exponent, grouping or sign other than a leading minus. */
export const isDecimal = (text: string): text is `${number}` => decimalPattern.test(text)
