import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";
import type { Context } from "mocha";

/**
 * Skips a suite unless `npm run test:hosts` runs it, and says which programs it lacks. The gate installs them, and there
 * takes a test that is skipped for one that fails.
 */
export function needs(suite: Context, ...programs: readonly string[]): void {
  if (process.env.TEST_HOSTS !== "1") suite.skip();
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];
  const missing = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  if (missing.length === 0) return;
  process.stderr.write(
    `  skipped for want of ${missing.join(", ")}; tests/hosts/install.sh installs what there is to\n`,
  );
  suite.skip();
}

/** Ports that nothing listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const listening = servers.map((server) => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  await Promise.all(listening);
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
