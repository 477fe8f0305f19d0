/** Bookings, forms and payments show without a reload; a page that nobody sees asks for nothing. */
export const live = { pollInterval: 20_000, skipPollAttempt: (): boolean => document.hidden }
