import { rules } from "../../policies/catalogue";
import { testExamples } from "./rule-examples";

for (const rule of rules) describe(`policy ${rule.name}`, () => testExamples(rule));
