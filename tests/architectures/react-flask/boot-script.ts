import { planned } from "../planned";

/** What Systems Manager has the one server run, as the plan has it. */
export async function bootScript(...set: string[]): Promise<string> {
  const { plan } = await planned("react-flask", undefined, ...set);
  const { content } = plan.get("react-flask-deployment-document").inputs;
  const { mainSteps } = JSON.parse(String(content)) as { mainSteps: { inputs: { runCommand: string[] } }[] };
  return `${mainSteps.at(-1)?.inputs.runCommand.join("\n")}\n`;
}
