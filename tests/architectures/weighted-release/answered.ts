import type { Plan } from "../../../planner/plan";
import { answer, type Question } from "../../components/dns-routing/resolver";

const records = "aws:route53/record:Record";

/** The ids of the records that a visitor of the domain gets. */
export function answered(plan: Plan, question: Partial<Question> = {}): unknown[] {
  const domain = plan.resources.filter(({ type, inputs }) => type !== records || inputs.name === "www.example.com");
  const own = { ofType: (type: string) => domain.filter((resource) => resource.type === type) } as Plan;
  return answer(own, { type: "A", ...question }).map(({ inputs }) => inputs.setIdentifier);
}
