import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** Stands in the answer to a look-up that has none, before the sentence that says so: see `preload.cjs`. */
const UNANSWERED = "tierwork:unanswered:";

/** The promise form of a look-up cannot say "unknown": the SDK would hand the program an empty object. */
export function noAnswer(token: string): string {
  const outputForm = `${token.split(":").at(-1)}Output`;
  return `the look-up ${token} has no offline answer, and its promise form cannot be unknown: use its Output form (${outputForm})`;
}

/** What an SDK is told that is too old to be told "unknown". */
export function unanswered(token: string): Struct {
  return Struct.fromJavaScript({ [UNANSWERED]: UNANSWERED + noAnswer(token) });
}
