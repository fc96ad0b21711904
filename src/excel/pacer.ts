// Keeps messages to Excel under 1 MB: what would make one too large goes with the next.

/** Characters of one message; Excel on the web takes 5 MB, and we keep under 1 MB. */
const CHARACTERS_A_MESSAGE = 850_000;
/** What one range costs in a request, beside its cells, as measured. */
export const CHARACTERS_A_RANGE = 500;

export class Pacer {
  private size: number;

  constructor(private readonly context: Excel.RequestContext, begun = 0) {
    this.size = begun;
  }

  /** True once a message was sent on the way. */
  sent = false;

  /** Sends what is queued when so many characters more would not fit. */
  async before(characters: number): Promise<void> {
    if (this.size > 0 && this.size + characters > CHARACTERS_A_MESSAGE) {
      await this.context.sync();
      this.sent = true;
      this.size = 0;
    }
    this.size += characters;
  }
}
