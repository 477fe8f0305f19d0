import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Being offline is a calm line, not an error: what is on the page stays. `offline` where that is known otherwise than by the device. */
export function OfflineLine({ offline = false }: { offline?: boolean }) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {(offline || !online) && (
        <p className="flex items-center gap-2.5 bg-warn-soft px-4 py-2 md:px-6">
          <CloudOff aria-hidden size={14} strokeWidth={1.75} className="text-warn" />
          <span>
            <b className="font-semibold">Offline.</b> You see what was loaded last; it is brought up to date when you
            are back.
          </span>
        </p>
      )}
    </div>
  )
}
