/**
 * Asks the API to greet somebody.
 *
 * @throws with a sentence for people when it does not.
 */
export async function askGreeting(name, fetch) {
  const response = await fetch(`/api/greeting?${new URLSearchParams({ name })}`).catch(() => undefined);
  if (response === undefined) throw new Error("The server cannot be reached.");
  const { greeting, problem } = await response.json().catch(() => ({}));
  if (response.ok && greeting) return greeting;
  throw new Error(problem ?? `The server answered ${response.status}.`);
}
