import { useActionState } from "react";

/** A form that asks the API for a greeting, and shows what it says. */
export function App({ ask }) {
  const [{ greeting, problem }, greet, isPending] = useActionState(async (_, form) => {
    try {
      return { greeting: await ask(form.get("name")) };
    } catch (error) {
      return { problem: error.message };
    }
  }, {});
  return (
    <main>
      <h1>Greetings</h1>
      <form action={greet}>
        <label htmlFor="name">Your name</label>
        <input id="name" name="name" maxLength="40" autoComplete="given-name" required />
        <button type="submit" disabled={isPending}>
          Greet me
        </button>
      </form>
      <output>{greeting}</output>
      {problem && <p role="alert">{problem}</p>}
    </main>
  );
}
