import { lazy, Suspense, type ComponentType } from 'react'

/** A component whose code is fetched when it is first shown: dialogs and panels, so that the page below does not wait for them. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() }))
  return function OnDemand(props: Props) {
    return (
      <Suspense fallback={null}>
        <Loaded {...props} />
      </Suspense>
    )
  }
}
