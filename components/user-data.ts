import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "./argument-checks";
import { script } from "./user-data/script";

/**
 * What a server does as it boots for the first time, as one bash script for Amazon Linux 2023 and Ubuntu: it installs,
 * makes users, writes files, runs commands, and starts units, in this order, and stops at the first failure.
 *
 * @example
 * import type { UserData } from "./components/user-data";
 *
 * const shop: UserData = {
 *   packages: ["nginx"],
 *   users: ["shop"],
 *   environment: { PORT: "3000" },
 *   files: { "/srv/shop/motto": { content: "Open all day\n", owner: "shop" } },
 *   units: {
 *     "nginx.service": "enabled",
 *     "shop.service": { execStart: "/usr/bin/shop --motto /srv/shop/motto", user: "shop" },
 *   },
 * };
 */
export interface UserData<Text extends pulumi.Input<string> = pulumi.Input<string>> {
  /** Packages of the distribution. @default none */
  readonly packages?: readonly string[];
  /** Users without a password or a shell, for units to run as. @default none */
  readonly users?: readonly string[];
  /** Variables that commands and units see. @default none */
  readonly environment?: Readonly<Record<string, Text>>;
  /** Files, by their path. @default none */
  readonly files?: Readonly<Record<string, UserDataFile<Text>>>;
  /** Bash, run as root, line by line. @default nothing */
  readonly commands?: readonly Text[];
  /** Systemd units by their name: one that is installed and to be on, or a service to be made. @default none */
  readonly units?: Readonly<Record<string, "enabled" | Service>>;
}

/** A file that is written before any command runs. Its folder is made if need be. */
export interface UserDataFile<Text extends pulumi.Input<string> = pulumi.Input<string>> {
  readonly content: Text;
  /** A user, or a user and a group as in `root:shop`. @default root */
  readonly owner?: string;
  /** Who may do what with it, in octal. @default "0644" */
  readonly mode?: string;
}

/** A program that systemd starts and keeps running. https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html */
export interface Service {
  /** The program and its arguments, as systemd reads them: `%` and `$` have a meaning. */
  readonly execStart: string;
  /** What it is. @default its name */
  readonly description?: string;
  /** Who runs it. @default root */
  readonly user?: string;
  /** Where it runs. @default / */
  readonly workingDirectory?: string;
  /** Units that are started before it, beside the network. @default none */
  readonly after?: readonly string[];
  /** When it is started again. @default "always" */
  readonly restart?: "always" | "on-failure" | "no";
}

/**
 * Before base64. cloud-init would take it gzipped too, but then no plan could show what changes: what is larger belongs
 * into S3 or into the image. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
const limitBytes = 16 * 1024;

/**
 * The text of user data, checked. It is secret where a part of it is.
 *
 * @throws when a part is not what bash or systemd takes, or all is longer than 16 KiB; of a part that is not known yet,
 * once it is.
 */
export function readUserData(check: ArgumentCheck, userData: pulumi.Input<string> | UserData): pulumi.Input<string> {
  if (typeof userData === "string") return limited(check, userData);
  if (isInput(userData)) return userData;
  checkShape(check, userData);
  if (isKnown(userData)) return limited(check, script(known(check, userData)));
  return pulumi.output(userData).apply((later) => limited(check, script(known(check, later))));
}

function isInput(userData: pulumi.Input<string> | UserData): userData is pulumi.Input<string> {
  return typeof userData === "string" || userData instanceof Promise || pulumi.Output.isInstance(userData);
}

function isKnown(userData: UserData): userData is UserData<string> {
  const { environment = {}, files = {}, commands = [] } = userData;
  const texts = [...Object.values(environment), ...Object.values(files).map(({ content }) => content), ...commands];
  return texts.every((text) => typeof text === "string");
}

function limited(check: ArgumentCheck, text: string): string {
  const bytes = Buffer.byteLength(text);
  check(bytes <= limitBytes, "userData", `must be at most ${limitBytes} bytes`, bytes);
  return text;
}

/** Bash has no word for the character NUL. */
function known(check: ArgumentCheck, userData: UserData<string>): UserData<string> {
  const { environment = {}, files = {}, commands = [] } = userData;
  const texts: [string, string][] = [
    ...Object.entries(environment).map(([name, value]): [string, string] => [`environment.${name}`, value]),
    ...Object.entries(files).map(([path, { content }]): [string, string] => [`files["${path}"].content`, content]),
    ...commands.map((command, index): [string, string] => [`commands[${index}]`, command]),
  ];
  for (const [place, text] of texts) {
    check(!text.includes("\0"), `userData.${place}`, "must not hold the character NUL", text);
  }
  return userData;
}

function checkShape(check: ArgumentCheck, userData: UserData): void {
  const { packages = [], users = [], environment = {}, files = {}, units = {} } = userData;
  for (const name of packages) {
    check(/^[A-Za-z0-9][\w.+:~=@/-]*$/.test(name), "userData.packages", 'must be names such as "nginx"', name);
  }
  for (const name of users) check(isUser(name), "userData.users", 'must be names such as "shop"', name);
  for (const name of Object.keys(environment)) {
    check(/^[A-Za-z_]\w*$/.test(name), "userData.environment", 'must have names such as "PORT"', name);
  }
  for (const [path, { owner = "root", mode = "0644" }] of Object.entries(files)) {
    const isPath = /^(\/[^/\p{Cc}]+)+$/u.test(path) && !path.split("/").includes("..");
    check(isPath, "userData.files", 'must have absolute paths such as "/etc/shop/settings.json"', path);
    const place = `userData.files["${path}"]`;
    const [user = "", group = "root", ...more] = owner.split(":");
    const isOwner = isUser(user) && isUser(group) && more.length === 0;
    check(isOwner, `${place}.owner`, 'must be a user, or a user and a group as in "root:shop"', owner);
    check(/^[0-7]{3,4}$/.test(mode), `${place}.mode`, 'must be three or four octal digits such as "0640"', mode);
  }
  for (const [name, unit] of Object.entries(units)) checkUnit(check, name, unit);
}

function isUser(name: string): boolean {
  return /^[a-z_][a-z0-9_-]{0,31}$/.test(name);
}

function checkUnit(check: ArgumentCheck, name: string, unit: "enabled" | Service): void {
  const isName = /^[A-Za-z0-9:_.@-]+\.(service|socket|timer|path|mount|target)$/.test(name);
  check(isName, "userData.units", 'must have names such as "shop.service"', name);
  if (unit === "enabled") return;
  const place = `userData.units["${name}"]`;
  check(name.endsWith(".service"), place, 'must be "enabled", as only services are made', unit);
  const { execStart, description = "", user = "root", workingDirectory = "/", after = [] } = unit;
  check(execStart.trim() !== "", `${place}.execStart`, "must be a program and its arguments", execStart);
  for (const [key, line] of Object.entries({ execStart, description, workingDirectory })) {
    check(!/\p{Cc}/u.test(line), `${place}.${key}`, "must be one line", line);
  }
  check(isUser(user), `${place}.user`, 'must be a name such as "shop"', user);
  check(workingDirectory.startsWith("/"), `${place}.workingDirectory`, "must be an absolute path", workingDirectory);
  for (const other of after) {
    check(/^[A-Za-z0-9:_.@-]+$/.test(other), `${place}.after`, 'must be units such as "nginx.service"', other);
  }
}
