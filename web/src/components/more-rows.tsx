import { Button } from './button.tsx'

/** The end of a list in a section, while there is more of it. */
export function MoreRows({ onMore }: { onMore: () => void }) {
  return (
    <div className="mt-2">
      <Button onClick={onMore}>Show more</Button>
    </div>
  )
}
