import { refuses } from "./server-group/refused";

describe("the tags of servers", () => {
  const keys = "instanceTags must have keys of 1 to 128 characters that do not begin with aws:, got";
  refuses([
    [`${keys} "aws:team"`, { instanceTags: { "aws:team": "web" } }],
    [`${keys} "AWS:team"`, { instanceTags: { "AWS:team": "web" } }],
    [`${keys} ""`, { instanceTags: { "": "web" } }],
    [`${keys} "${"k".repeat(129)}"`, { instanceTags: { ["k".repeat(129)]: "web" } }],
    [
      `instanceTags.team must be at most 256 characters in one line, got "${"v".repeat(257)}"`,
      { instanceTags: { team: "v".repeat(257) } },
    ],
    [
      "instanceTags must hold at most 50 tags, got 51",
      { instanceTags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${index}`, "v"])) },
    ],
  ]);
});
