/** Who publishes the day's reference rates. */
export interface RateSource {
  /** Fetches the file of the newest day, as it is published. Throws an Error in words for the log where it cannot. */
  fetchDaily(): Promise<string>
}
