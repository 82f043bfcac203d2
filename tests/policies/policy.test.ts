import assert from "node:assert/strict";
import { rule } from "../../policies/rule";
import { judgeBy } from "./judged";

describe("what a policy says", () => {
  it("is a paragraph at most, whatever a rule quotes", async () => {
    const wordy = rule({
      name: "wordy",
      displayName: "Says much",
      description: "A rule that quotes all that it finds.",
      why: "Nobody reads a book.",
      severity: "low",
      level: "advisory",
      url: "https://example.com",
      remediationSteps: "Say less.",
      controls: {},
      types: ["aws:sqs/queue:Queue"],
      resource({ resource, deny, undecided }) {
        const { name } = resource.props as { name: string };
        deny(`name is ${name}`);
        undecided(name);
      },
    });
    const resources = { jobs: { type: "aws:sqs/queue:Queue", props: { name: "n".repeat(100_000) } } };
    const messages = (await judgeBy(wordy, { title: "a long name", resources }, "preview")).map(
      ({ message }) => message,
    );
    assert.deepEqual(messages, [
      `aws.sqs.Queue "jobs": name is ${"n".repeat(1989)}....`,
      `aws.sqs.Queue "jobs": undecided at preview: ${"n".repeat(1997)}... is not known yet.`,
    ]);
  });
});
