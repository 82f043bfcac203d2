import { rules } from "../../policies/catalogue";
import { testRobustness } from "./rule-robustness";

describe("every rule judges anything that a resource can hold", () => {
  for (const rule of rules) testRobustness(rule);
});
