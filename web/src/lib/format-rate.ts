/** Shown where there is no figure to show; say the reason beside it. Never 0 in its place. */
export const unknownFigure = '–'

const oneDecimal = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
})

/** One decimal and a true minus; a fraction such as 0.783 is given as 78.3. */
const hundredths = (fraction: number): string => oneDecimal.format(fraction * 100).replace('-', '−')

/** A rate as `78.3%`. `fraction` is 0 to 1; null is a rate with nothing under it, which is unknown and not zero. */
export const formatRate = (fraction: number | null): string =>
  fraction === null ? unknownFigure : `${hundredths(fraction)}%`

/** How far two rates are apart, without sign: `3.4 pts`. `fraction` is their difference. */
export const formatPoints = (fraction: number): string => `${hundredths(Math.abs(fraction))} pts`
