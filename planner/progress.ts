/** A run that is over in this time says nothing of its progress. */
const QUIET_MILLISECONDS = 500;
const REDRAWN_EVERY_MILLISECONDS = 100;

/** What there must be of a stream. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * One line on a terminal that tells how far a long run is, and that is gone when the run is over. In a pipe, in CI and
 * on a terminal that cannot take a line back it says nothing.
 */
export class Progress {
  /** Says nothing of its own. */
  static readonly none = new Progress(process.stderr, { CI: "true" });

  private readonly write: (text: string) => unknown;
  private readonly isShown: boolean;
  private due: number;
  private isDrawn = false;
  /** False while the program has printed half a line, which must not be overwritten. */
  private isAtStart = true;

  constructor(
    private readonly terminal: Terminal,
    environment: NodeJS.ProcessEnv,
    /** Milliseconds. */
    private readonly clock: () => number = () => performance.now(),
  ) {
    const isCi = environment.CI !== undefined && !["", "false", "0"].includes(environment.CI);
    // What a program prints is led here, in place of the stream's own `write`.
    this.write = terminal.write.bind(terminal);
    this.isShown = terminal.isTTY === true && !isCi && environment.TERM !== "dumb";
    this.due = clock() + QUIET_MILLISECONDS;
  }

  /** Tells how far the run is; the words are made only when it is time to show them. */
  say(words: () => string): void {
    if (!this.isShown || !this.isAtStart) return;
    const now = this.clock();
    if (now < this.due) return;
    this.due = now + REDRAWN_EVERY_MILLISECONDS;
    this.isDrawn = true;
    // A line that fills the terminal would wrap, and could not be taken back; some say that they have 0 columns.
    this.write(`\r${words().slice(0, (this.terminal.columns || 80) - 1)}\u001b[K`);
  }

  /** Writes what else there is to say, where the line was. */
  print(text: string): void {
    this.clear();
    this.write(text);
    this.isAtStart = text.endsWith("\n") || (text === "" && this.isAtStart);
  }

  /** Takes the line back. */
  clear(): void {
    if (this.isDrawn) this.write("\r\u001b[K");
    this.isDrawn = false;
  }
}
