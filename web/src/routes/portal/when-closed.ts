import { onDemand } from '../../lib/on-demand.tsx'

/** Few ever see it: whoever is in does not wait for its code. */
export const PortalClosed = onDemand(async () => (await import('./portal-closed.tsx')).PortalClosed)
