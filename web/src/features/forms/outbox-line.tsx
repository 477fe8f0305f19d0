import { useEffect, useState, useSyncExternalStore, type ComponentType } from 'react'
import { useViewer } from '../../lib/viewer.ts'
import type { FormOutboxProps } from './form-outbox.tsx'
import { outboxOf } from './outbox.ts'

/** Says which forms wait on this device and sends them: its code is fetched once there is one, or, without a network, once there is that. */
export function OutboxLine(props: FormOutboxProps) {
  const outbox = outboxOf(useViewer().keptAs)
  const holds = useSyncExternalStore(outbox.subscribe, outbox.all).length > 0
  const [loaded, setLoaded] = useState<{ FormOutbox: ComponentType<FormOutboxProps> } | null>(null)
  useEffect(() => {
    if (!holds || loaded) return
    // Where the network is away for the code too, nothing is lost: the call itself says that its form waits.
    const load = () => void import('./form-outbox.tsx').then(setLoaded, () => undefined)
    load()
    window.addEventListener('online', load)
    return () => window.removeEventListener('online', load)
  }, [holds, loaded])
  return loaded && <loaded.FormOutbox {...props} />
}
