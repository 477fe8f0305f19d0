import { useEffect, useState } from 'react'

/** A style sheet that the page holds while anybody uses it. */
class AdoptedSheet {
  #users = 0
  readonly #sheet = new CSSStyleSheet()

  add(styles: string): void {
    this.#users += 1
    if (this.#users > 1) return
    this.#sheet.replaceSync(styles)
    document.adoptedStyleSheets.push(this.#sheet)
  }

  remove(): void {
    this.#users -= 1
    if (this.#users > 0) return
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== this.#sheet)
  }
}

/**
 * Stands in for the package `react-style-singleton`, by which dialogs and menus keep the page behind them from scrolling. That one
 * puts a style element into the page, which the content security policy refuses; an adopted sheet does the same and is allowed.
 */
export function styleSingleton() {
  let sheet: AdoptedSheet | null = null
  return function Styles({ styles }: { styles: string }) {
    // They stay as they were first, while anybody uses them.
    const [text] = useState(styles)
    useEffect(() => {
      sheet ??= new AdoptedSheet()
      const held = sheet
      held.add(text)
      return () => held.remove()
    }, [text])
    return null
  }
}
