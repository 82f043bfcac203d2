import type { Service, UserData, UserDataFile } from "../user-data";

/** Where the variables are, for bash and systemd alike. */
const environmentPath = "/etc/user-data.env";

/** The script of user data. Names are sorted, so that it differs only where what it does differs. */
export function script(userData: UserData<string>): string {
  const { packages = [], users = [], environment = {}, files = {}, commands = [], units = {} } = userData;
  const hasEnvironment = Object.keys(environment).length > 0;
  const made = Object.fromEntries(
    Object.entries(units).flatMap(([name, unit]) =>
      unit === "enabled" ? [] : [[`/etc/systemd/system/${name}`, { content: unitText(name, unit, hasEnvironment) }]],
    ),
  );
  return [
    "#!/bin/bash",
    "set -euo pipefail",
    ...(packages.length > 0 ? [installing(packages)] : []),
    ...[...users].sort().map(addingUser),
    ...(hasEnvironment ? [settingEnvironment(environment)] : []),
    ...writingFiles({ ...files, ...made }),
    ...(Object.keys(made).length > 0 ? ["systemctl daemon-reload"] : []),
    ...commands,
    ...Object.keys(units)
      .sort()
      .map((name) => `systemctl enable --now ${quoted(name)}`),
    "",
  ].join("\n");
}

/** A word that bash leaves as it is. */
function quoted(text: string): string {
  return /^[\w./:=@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** apt waits for Ubuntu's own updates, which run as the server boots. */
function installing(packages: readonly string[]): string {
  const names = packages.map(quoted).join(" ");
  return [
    "if command -v dnf > /dev/null; then",
    `  dnf install -y ${names}`,
    "else",
    "  export DEBIAN_FRONTEND=noninteractive",
    "  apt-get -o DPkg::Lock::Timeout=600 update",
    `  apt-get -o DPkg::Lock::Timeout=600 install -y ${names}`,
    "fi",
  ].join("\n");
}

function addingUser(name: string): string {
  const user = quoted(name);
  return `id ${user} > /dev/null 2>&1 || useradd --system --user-group --shell /usr/sbin/nologin ${user}`;
}

/** systemd reads a value between double quotes as a shell does. */
function settingEnvironment(environment: Readonly<Record<string, string>>): string {
  const lines = Object.entries(environment)
    .sort(byName)
    .map(([name, value]) => `${name}="${value.replace(/[\\"$`]/g, "\\$&")}"\n`);
  const content = lines.join("");
  return [
    writingFile(environmentPath, { content, mode: "0600" }),
    "set -a",
    "# shellcheck source=/dev/null",
    `. ${environmentPath}`,
    "set +a",
  ].join("\n");
}

/** The commands that write files, in the order of their paths. */
export function writingFiles(files: Readonly<Record<string, UserDataFile<string>>>): string[] {
  return Object.entries(files)
    .sort(byName)
    .map(([path, file]) => writingFile(path, file));
}

/**
 * `install` gives a file its owner and mode as it makes it, so that a secret is at no moment open to all. Lines are
 * written as they are, for people to read; whatever is not lines, as base64.
 */
function writingFile(path: string, { content, owner, mode = "0644" }: UserDataFile<string>): string {
  const [user, group] = owner?.split(":") ?? [];
  const owners = [...(user ? [`-o ${user}`] : []), ...(group ? [`-g ${group}`] : [])];
  const write = ["install -D", `-m ${mode}`, ...owners, "/dev/stdin", quoted(path)].join(" ");
  const areLines = /^([\t\x20-\x7e\u00a0-\ud7ff\ue000-\uffff]*\n)*$/.test(content) && !/^END$/m.test(content);
  if (areLines) return `${write} <<'END'\n${content}END`;
  return `${write} < <(base64 -d <<< '${Buffer.from(content).toString("base64")}')`;
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

function unitText(name: string, service: Service, hasEnvironment: boolean): string {
  const { execStart, description = name, user, workingDirectory, after = [], restart = "always" } = service;
  return [
    "[Unit]",
    `Description=${literal(description)}`,
    "Wants=network-online.target",
    `After=${["network-online.target", ...after].join(" ")}`,
    "",
    "[Service]",
    `ExecStart=${execStart}`,
    ...(user ? [`User=${user}`] : []),
    ...(workingDirectory ? [`WorkingDirectory=${literal(workingDirectory)}`] : []),
    ...(hasEnvironment ? [`EnvironmentFile=${environmentPath}`] : []),
    `Restart=${restart}`,
    "NoNewPrivileges=yes",
    "",
    "[Install]",
    "WantedBy=multi-user.target",
    "",
  ].join("\n");
}

/** systemd reads a percent sign as the beginning of a specifier. */
function literal(text: string): string {
  return text.replaceAll("%", "%%");
}
