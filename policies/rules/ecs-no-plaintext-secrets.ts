import { type Container, containerTypes, judgeContainers } from "../facts/container-definitions";
import { plainSecret, secretSettings } from "../facts/plain-secrets";
import { asList, asMap, asText, at, type Fact, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const ecsNoPlaintextSecrets = rule({
  name: "ecs-no-plaintext-secrets",
  displayName: "Container definitions hold no secrets",
  description: "No secret stands in the environment, command, labels or log options of a container.",
  why: "Everyone who may describe the task definition reads them, in each revision that was ever made.",
  severity: "critical",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8",
  remediationSteps:
    "Keep the value in Secrets Manager or Parameter Store and name its ARN in secrets (in secretOptions for a log driver). Replace what was written here: it stands in the state and in every revision of the task definition.",
  controls: { fsbp: ["ECS.8"] },
  settings: secretSettings,
  types: containerTypes,
  resource({ resource, settings, deny, undecided }) {
    judgeContainers(resource, { undecided }, (container) => {
      for (const { place, name, value, fix } of written(container)) {
        if (value === UNKNOWN) undecided(place);
        else if (typeof value === "string") {
          const reason = plainSecret(name, value, settings);
          if (reason) deny(`${place} ${reason}; ${fix}`);
        }
      }
    });
  },
});

/** A text that a container definition states. */
interface Written {
  readonly place: string;
  /** What it is called; empty for an argument. */
  readonly name: string;
  readonly value: Fact<string>;
  readonly fix: string;
}

function written({ place, read }: Container): Written[] {
  const variables = listed(read("environment")).map((variable): Written => {
    const name = asText(at(variable, "name"));
    const known = typeof name === "string" ? name : "";
    const value = variable === UNKNOWN ? UNKNOWN : asText(at(variable, "value"));
    return {
      place: `${place}: ${known === "" ? "environment" : known}`,
      name: known,
      value,
      fix: "name it in secrets",
    };
  });
  const words = [["command"], ["entryPoint"], ["healthCheck", "command"]].flatMap((path) =>
    listed(read(...path)).map(
      (word): Written => ({
        place: `${place}: ${path.join(".")}`,
        name: "",
        value: asText(word),
        fix: "name it in secrets and read it from the environment",
      }),
    ),
  );
  const labels = mapped(read("dockerLabels")).map(
    ([name, value]): Written => ({
      place: `${place}: dockerLabels ${name}`,
      name,
      value,
      fix: "remove it",
    }),
  );
  const options = mapped(read("logConfiguration", "options")).map(
    ([name, value]): Written => ({
      place: `${place}: logConfiguration.options ${name}`,
      name,
      value,
      fix: "name it in secretOptions",
    }),
  );
  return [...variables, ...words, ...labels, ...options];
}

function listed(value: unknown): unknown[] {
  const list = asList(value);
  return list === UNKNOWN ? [UNKNOWN] : list;
}

function mapped(value: unknown): [string, Fact<string>][] {
  const map = asMap(value);
  if (map === UNKNOWN) return [["", UNKNOWN]];
  return Object.entries(map).map(([name, member]) => [name, asText(member)]);
}
