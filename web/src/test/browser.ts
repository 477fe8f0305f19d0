import type { DetachedWindowAPI } from 'happy-dom'

declare global {
  interface Window {
    happyDOM: DetachedWindowAPI
  }
}

/** Gives the document a width in CSS pixels, as the media queries see it. */
export const setViewport = (widthPx: number): void => window.happyDOM.setViewport({ width: widthPx, height: 900 })

/** Puts the document at an address, so that a server of the test is its own origin. */
export const setPageAddress = (url: string): void => window.happyDOM.setURL(url)
