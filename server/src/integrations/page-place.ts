/** How many items of a page are behind, and which was the last of them: the page may have shifted meanwhile. */
export interface PagePlace {
  done: number
  after: string | null
}

/** How many items of a page are behind a place in it. Where the last of them is gone, the page is gone through again. */
export const behindPlace = (items: readonly unknown[], { done, after }: PagePlace, keyOf: (item: unknown) => string | null): number =>
  keyOf(items[done - 1]) === after ? done : items.findIndex((item) => keyOf(item) === after) + 1
