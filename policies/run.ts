import type { Context } from "./context";
import { Exemptions } from "./exemptions";
import type { Rule } from "./rule";
import { StatedInputs } from "./stated-inputs";
import { StrangeSettings } from "./strange-settings";
import { Undecided } from "./undecided";

/** What the policies of one run share: what they know of the stack beforehand, and what they found on the way. */
export class Run {
  readonly exemptions: Exemptions;
  readonly undecided = new Undecided();
  readonly statedInputs = new StatedInputs();
  readonly strangeSettings = new StrangeSettings();

  constructor(
    readonly context: Context,
    rules: readonly Rule[],
  ) {
    this.exemptions = new Exemptions(context, rules);
  }
}
