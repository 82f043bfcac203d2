import type { ArgumentCheck } from "../argument-checks";

/** What the database speaks, and its major version; see `minorVersion` for the minor one. */
export type DatabaseEngine =
  | { readonly type: "postgres"; readonly version: "15" | "16" | "17" | "18" }
  | {
      readonly type: "mysql";
      /** 8.0 costs Extended Support by the vCPU since August 2026. */
      readonly version: "8.0" | "8.4";
    }
  | { readonly type: "mariadb"; readonly version: "10.11" | "11.4" | "11.8" };

/** What follows from an engine. */
export interface EngineInput {
  readonly engine: DatabaseEngine["type"];
  readonly port: number;
  /** Of its parameters. */
  readonly family: string;
  /** The parameters that the component itself sets: TLS alone, and logs that have something in them. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The logs that go to CloudWatch. */
  readonly logs: readonly string[];
}

const versions: Readonly<Record<DatabaseEngine["type"], readonly string[]>> = {
  postgres: ["15", "16", "17", "18"],
  mysql: ["8.0", "8.4"],
  mariadb: ["10.11", "11.4", "11.8"],
};

export function checkEngine(check: ArgumentCheck, { type, version }: DatabaseEngine): void {
  check(Object.hasOwn(versions, type), "engine.type", 'must be "postgres", "mysql" or "mariadb"', type);
  check(versions[type].includes(version), "engine.version", `must be one of ${versions[type].join(", ")}`, version);
}

/** TLS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html and …/mysql-ssl-connections.html */
export function engineInput({ type, version }: DatabaseEngine): EngineInput {
  switch (type) {
    case "postgres":
      return {
        engine: type,
        port: 5432,
        family: `postgres${version}`,
        parameters: { "rds.force_ssl": "1" },
        logs: ["postgresql", "upgrade"],
      };
    case "mysql":
    case "mariadb":
      return {
        engine: type,
        port: 3306,
        family: `${type}${version}`,
        // Slow queries are logged on demand only, and into a table unless it is a file, which alone goes to CloudWatch.
        // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.MySQLDB.PublishtoCloudWatchLogs.html
        parameters: { require_secure_transport: "1", slow_query_log: "1", log_output: "FILE" },
        logs: ["error", "slowquery"],
      };
  }
}
