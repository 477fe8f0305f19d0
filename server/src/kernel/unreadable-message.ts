/** A known kind of message whose body does not fit: trying again cannot help. Names the place, never the value. */
export class UnreadableMessage extends Error {
  constructor(place: string, problem: string) {
    super(place ? `${place}: ${problem}` : problem)
    this.name = 'UnreadableMessage'
  }
}
