import type { ArgumentCheck } from "../argument-checks";

/** What the database speaks. */
export type DatabaseEngine =
  | {
      readonly type: "postgres";
      /** The major version; AWS keeps the minor one current. */
      readonly version: "15" | "16" | "17";
    }
  | { readonly type: "mysql"; readonly version: "8.0" | "8.4" };

/** What follows from an engine. */
export interface EngineInput {
  readonly engine: string;
  readonly engineVersion: string;
  readonly port: number;
  readonly family: string;
  /** The parameter by which it refuses connections without TLS. */
  readonly tlsOnly: { readonly name: string; readonly value: string };
  /** The logs that go to CloudWatch. */
  readonly logs: readonly string[];
}

const versions: Readonly<Record<DatabaseEngine["type"], readonly string[]>> = {
  postgres: ["15", "16", "17"],
  mysql: ["8.0", "8.4"],
};

export function checkEngine(check: ArgumentCheck, { type, version }: DatabaseEngine): void {
  check(Object.hasOwn(versions, type), "engine.type", 'must be "postgres" or "mysql"', type);
  check(versions[type].includes(version), "engine.version", `must be one of ${versions[type].join(", ")}`, version);
}

/** TLS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html and …/mysql-ssl-connections.html */
export function engineInput({ type, version }: DatabaseEngine): EngineInput {
  switch (type) {
    case "postgres":
      return {
        engine: "postgres",
        engineVersion: version,
        port: 5432,
        family: `postgres${version}`,
        tlsOnly: { name: "rds.force_ssl", value: "1" },
        logs: ["postgresql", "upgrade"],
      };
    case "mysql":
      return {
        engine: "mysql",
        engineVersion: version,
        port: 3306,
        family: `mysql${version}`,
        tlsOnly: { name: "require_secure_transport", value: "1" },
        logs: ["error", "slowquery"],
      };
  }
}
