import type { CalledProvider } from '../kernel/outbound-call.ts'

/** The providers whose APIs Clinch calls for a connection, each at its one address. */
export const calledProviders = ({ ACUITY_URL }: { ACUITY_URL: string }): Readonly<Record<string, CalledProvider>> => ({
  acuity: { name: 'Acuity', baseUrl: ACUITY_URL },
})
