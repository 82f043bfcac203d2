import { rules } from "../../policies/catalogue";
import { testRemediation } from "./rule-remediation";

describe("remediation", () => {
  for (const rule of rules.filter(({ remediate }) => remediate)) testRemediation(rule);
});
