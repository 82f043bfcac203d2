import type { JsonObject } from "../plan";
import { markedUuid } from "./setting";
import { type Maker, text, type Words } from "./words";

/** Ports by the first word of an engine: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
const ports: Readonly<Record<string, number>> = {
  postgres: 5432,
  aurora: 3306,
  mysql: 3306,
  mariadb: 3306,
  oracle: 1521,
  sqlserver: 1433,
  db2: 50000,
};

/** RDS keeps a password that it manages in a secret of its own. */
function secrets({ inputs, arn, hex }: Words): JsonObject {
  if (inputs.manageMasterUserPassword !== true) return {};
  const name = `rds!db-${markedUuid(hex(64))}`;
  return {
    masterUserSecrets: [{ secretArn: arn("secretsmanager", `secret:${name}-${hex(6)}`), secretStatus: "active" }],
  };
}

/** A group of the given kind, which is found by its name. */
const group =
  (kind: string): Maker =>
  ({ named, arn }) => {
    const name = named("name", 255);
    return { id: name, name, arn: arn("rds", `${kind}:${name}`) };
  };

/** Stand-ins of RDS. */
export const rds: Readonly<Record<string, Maker>> = {
  "aws:rds/instance:Instance": (words) => {
    const { inputs, named, hex, arn, region, dnsSuffix } = words;
    const identifier = named("identifier", 63);
    // A replica and what is restored need not say what they speak.
    const port = typeof inputs.port === "number" ? inputs.port : ports[text(inputs.engine).split("-")[0] ?? ""];
    const address = `${identifier}.${hex(12)}.${region}.rds.${dnsSuffix}`;
    const resourceId = `db-${hex(26).toUpperCase()}`;
    return {
      id: resourceId,
      resourceId,
      identifier,
      arn: arn("rds", `db:${identifier}`),
      address,
      ...(port !== undefined && { port, endpoint: `${address}:${port}` }),
      hostedZoneId: `Z${hex(13).toUpperCase()}`,
      ...secrets(words),
    };
  },
  "aws:rds/subnetGroup:SubnetGroup": group("subgrp"),
  "aws:rds/parameterGroup:ParameterGroup": group("pg"),
  "aws:rds/optionGroup:OptionGroup": group("og"),
  "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication": ({ hex, arn }) => ({
    id: arn("rds", `auto-backup:ab-${hex(39)}`),
  }),
};
