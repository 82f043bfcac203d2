import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const group = (family: unknown, ...parameters: unknown[]) => ({
  type: "aws:rds/parameterGroup:ParameterGroup",
  props: { family, parameters },
});
const clusterGroup = (family: unknown, ...parameters: unknown[]) => ({
  type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
  props: { family, parameters },
});
const force = (value: unknown) => ({ name: "rds.force_ssl", value });
const require = (value: unknown) => ({ name: "require_secure_transport", value });
const slow = { name: "slow_query_log", value: "1" };

export const examples: Examples = {
  denied: [
    {
      title: "a parameter that is off",
      resources: {
        postgres: group("postgres17", force("0")),
        number: group("postgres17", force(0)),
        mysql: group("mysql8.4", slow, require("OFF")),
        aurora: clusterGroup("aurora-postgresql17", force("0")),
      },
      says: {
        postgres: 'rds.force_ssl is "0"; set it to "1"',
        number: 'rds.force_ssl is "0"; set it to "1"',
        mysql: 'require_secure_transport is "OFF"; set it to "1"',
        aurora: 'rds.force_ssl is "0"',
      },
    },
    {
      title: "groups that leave a parameter out which is off then",
      resources: {
        postgres: group("postgres14"),
        bare: { type: "aws:rds/parameterGroup:ParameterGroup", props: { family: "sqlserver-se-16.0" } },
        mysql: group("mysql8.0", slow),
        mariadb: group("mariadb11.4", slow),
        auroraMysql: clusterGroup("aurora-mysql8.0"),
        auroraPostgres: clusterGroup("aurora-postgresql16"),
      },
      says: {
        postgres: 'parameters does not set rds.force_ssl, which is off for "postgres14"; set it to "1"',
        bare: 'parameters does not set rds.force_ssl, which is off for "sqlserver-se-16.0"',
        mysql: 'parameters does not set require_secure_transport, which is off for "mysql8.0"',
        mariadb: "parameters does not set require_secure_transport",
        auroraMysql: "parameters does not set require_secure_transport",
        auroraPostgres: "parameters does not set rds.force_ssl",
      },
    },
  ],
  allowed: [
    {
      title: "a parameter that is on, or is so where nothing is said",
      resources: {
        postgres: group("postgres14", force("1")),
        mysql: group("mysql8.0", slow, require("ON")),
        newPostgres: group("postgres15"),
        newMysql: group("mysql9.7"),
        newMariadb: group("mariadb11.8"),
        newAurora: clusterGroup("aurora-postgresql17"),
      },
    },
    {
      title: "instances of Aurora, of which the cluster's group says it, and engines without the parameter",
      resources: {
        aurora: group("aurora-mysql8.0", slow),
        oracle: group("oracle-se2-19"),
        mariadb: group("mariadb10.4"),
      },
    },
  ],
  undecided: [
    {
      title: "a family, a parameter or its value that is not known",
      resources: {
        key: { type: "aws:kms/key:Key", props: {} },
        family: group(UNKNOWN, slow),
        value: group("mysql8.0", require(ref("key", "description"))),
        name: group("mysql8.0", { name: UNKNOWN, value: "1" }),
        all: { type: "aws:rds/parameterGroup:ParameterGroup", props: { family: "mysql8.0", parameters: UNKNOWN } },
      },
      says: {
        family: "family is not known yet",
        value: "the value of require_secure_transport is not known yet",
        name: "parameters is not known yet",
        all: "parameters is not known yet",
      },
    },
  ],
};
