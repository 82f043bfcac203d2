/** Input that cannot be used: its message is the one sentence that the user reads, and the exit code is 2. */
export class InputError extends Error {
  override readonly name = "InputError";
}
