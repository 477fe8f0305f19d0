/** What a caller asks of a list makes no sense; `path` names the argument to blame, such as `filter.closerIds`. */
export class ListRequestError extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}
