import { asList, asText, at, type Fact, shown, UNKNOWN, type Unknown } from "../facts/value";
import type { Resource } from "../resource";
import { rule } from "../rule";

const groupType = "aws:rds/parameterGroup:ParameterGroup";
const clusterGroupType = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

export const rdsTls = rule({
  name: "rds-tls",
  displayName: "Databases take TLS alone",
  description:
    "A parameter group of RDS or Aurora refuses clients without TLS: by rds.force_ssl for PostgreSQL and SQL Server, by require_secure_transport for MySQL and MariaDB.",
  why: "A client that is set up without TLS otherwise sends its password, and all that it reads and writes, in clear, and nobody notices.",
  severity: "medium",
  level: "advisory",
  url: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html",
  remediationSteps:
    'Set the parameter to "1" once all clients connect by TLS. With SQL Server it holds from the next reboot.',
  // RDS.41 and RDS.44 are about instances, of which many have AWS's own parameter group.
  controls: {},
  types: [groupType, clusterGroupType],
  resource({ resource, deny, undecided }) {
    const found = statedIn(resource);
    const family = asText(at(resource.props, "family"));
    if (found === UNKNOWN) return undecided("parameters");
    if (found) {
      if (found.value === UNKNOWN) undecided(`the value of ${found.name}`);
      else if (isOff(found.value)) deny(`${found.name} is ${shown(found.value)}; set it to "1"`);
      return;
    }
    if (family === UNKNOWN) return undecided("family");
    const name = leftOff(resource.type, family);
    if (name) deny(`parameters does not set ${name}, which is off for ${shown(family)}; set it to "1"`);
  },
  remediate(resource) {
    const found = statedIn(resource);
    const family = asText(at(resource.props, "family"));
    const parameters = asList(at(resource.props, "parameters"));
    if (found === UNKNOWN || parameters === UNKNOWN) return [];
    if (found) {
      if (found.value === UNKNOWN || !isOff(found.value)) return [];
      return [{ path: ["parameters", found.index, "value"], value: "1" }];
    }
    if (family === UNKNOWN) return [];
    const name = leftOff(resource.type, family);
    if (!name) return [];
    const applyMethod = family?.startsWith("sqlserver") ? "pending-reboot" : "immediate";
    return [{ path: ["parameters", parameters.length], value: { name, value: "1", applyMethod } }];
  },
});

const [forceSsl, secureTransport] = ["rds.force_ssl", "require_secure_transport"];

interface StatedParameter {
  readonly index: number;
  readonly name: string;
  readonly value: Fact<string>;
}

/** What a group says itself; `UNKNOWN` where it may do so in a parameter that is not known yet. */
function statedIn({ props }: Resource): StatedParameter | undefined | Unknown {
  const parameters = asList(at(props, "parameters"));
  if (parameters === UNKNOWN) return UNKNOWN;
  const names = parameters.map((parameter) => asText(at(parameter, "name")));
  const index = names.findIndex((name) => name === forceSsl || name === secureTransport);
  const name = names[index];
  if (name === undefined || name === UNKNOWN) return names.includes(UNKNOWN) ? UNKNOWN : undefined;
  return { index, name, value: asText(at(parameters[index], "value")) };
}

function isOff(value: string | undefined): boolean {
  return /^(?:0|off|false)$/i.test(value ?? "");
}

/**
 * From which version of an engine the parameter is there, and from which it is on where nothing is said.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.Concepts.General.SSL.Using.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraPostgreSQL.Security.html
 */
const engines: readonly {
  readonly family: RegExp;
  readonly name: string;
  readonly since: number;
  readonly on: number;
}[] = [
  { family: /^postgres(?=\d)/, name: forceSsl, since: 0, on: version("15") },
  { family: /^aurora-postgresql(?=\d)/, name: forceSsl, since: 0, on: version("17") },
  { family: /^sqlserver-[a-z-]+(?=\d)/, name: forceSsl, since: 0, on: Number.POSITIVE_INFINITY },
  { family: /^mysql(?=\d)/, name: secureTransport, since: version("5.7"), on: version("9") },
  { family: /^aurora-mysql(?=\d)/, name: secureTransport, since: version("5.7"), on: Number.POSITIVE_INFINITY },
  { family: /^mariadb(?=\d)/, name: secureTransport, since: version("10.5"), on: version("11.8") },
];

/** The parameter that is off in a group that says nothing of it. Those of Aurora are parameters of the cluster. */
function leftOff(type: string, family = ""): string | undefined {
  if (type === groupType && family.startsWith("aurora")) return undefined;
  const engine = engines.find((one) => one.family.test(family));
  if (!engine) return undefined;
  const own = version(family.replace(engine.family, ""));
  return own >= engine.since && own < engine.on ? engine.name : undefined;
}

/** Versions as numbers that grow with them: "10.11" after "10.5". */
function version(text: string): number {
  const [major = 0, minor = 0] = text.split(".").map(Number);
  return major * 1000 + minor;
}
