const [quote, escape, openObject, closeObject, openArray, closeArray] = Array.from('"\\{}[]', (character) => character.charCodeAt(0))

/** How many levels deep a JSON text is nested. Read without building anything, since what reads it by recursion would run out of stack. */
export function nestingOf(json: Buffer): number {
  let [depth, deepest, inText] = [0, 0, false]
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (inText) {
      if (byte === escape) at += 1
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    else if (byte === openObject || byte === openArray) deepest = Math.max(deepest, (depth += 1))
    else if (byte === closeObject || byte === closeArray) depth -= 1
  }
  return deepest
}
