import { useMemo } from 'react'
import { qrModules } from './qr-code.ts'

/** The margin that readers want, in modules. */
const quiet = 4

/** A text as a QR code, dark on light in either theme: many readers see nothing else. Nothing where the text is too long. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const modules = useMemo(() => qrModules(text), [text])
  if (!modules) return null
  const side = modules.length + quiet * 2
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-44 rounded-sm"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
