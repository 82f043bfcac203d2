import type { JsonObject } from "../plan";
import type { Setting } from "./setting";

/** A look-up that the program makes. */
export interface Question {
  readonly inputs: JsonObject;
  /** The setting, with the region that the look-up itself names. */
  readonly setting: Setting;
}

/** What look-ups answer, by token: really, or with stand-ins of AWS's form, and unknown where neither can be told. */
export type Answers = Readonly<Record<string, (question: Question) => JsonObject>>;
