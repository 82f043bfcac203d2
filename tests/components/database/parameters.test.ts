import assert from "node:assert/strict";
import { made, refuses } from "./made";

describe("the parameters of a database", () => {
  it("are TLS, logs and whatever is stated; a static one says that it waits for a restart", async () => {
    const parameters = {
      work_mem: "65536",
      shared_preload_libraries: { value: "pg_stat_statements", applyMethod: "pending-reboot" as const },
    };
    const plan = await made({ parameters });
    assert.deepEqual(plan.get("orders-parameters").inputs, {
      description: "Parameters of orders",
      family: "postgres17",
      parameters: [
        { name: "rds.force_ssl", value: "1" },
        { name: "work_mem", value: "65536" },
        { name: "shared_preload_libraries", value: "pg_stat_statements", applyMethod: "pending-reboot" },
      ],
      tags: { Name: "orders-parameters" },
    });
  });

  refuses([
    ['parameters must have names such as "work_mem", got "Work Mem"', { parameters: { "Work Mem": "1" } }],
    [
      'parameters must not hold what the component sets: rds.force_ssl, got "rds.force_ssl"',
      { parameters: { "rds.force_ssl": "0" } },
    ],
    [
      'parameters must not hold what the component sets: require_secure_transport, slow_query_log, log_output, got "log_output"',
      { parameters: { log_output: "TABLE" }, engine: { type: "mysql", version: "8.4" } },
    ],
    ['parameters.work_mem must have a value, got ""', { parameters: { work_mem: "" } }],
    [
      'parameters.work_mem.applyMethod must be "immediate" or "pending-reboot", got "soon"',
      { parameters: { work_mem: { value: "1", applyMethod: "soon" as "immediate" } } },
    ],
  ]);
});
