import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../components/argument-checks";
import { readUserData, type UserData } from "../../components/user-data";
import { isSecret } from "../../planner/wire";
import { workers } from "./server-group/workers";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};

const bootOf = async (userData: pulumi.Input<string> | UserData) => {
  const template = (await workers({ userData })).get("workers-template");
  return { template, text: Buffer.from(String(template.inputs.userData), "base64").toString() };
};

describe("user data", () => {
  it("installs, makes users, writes files, runs commands and starts units, in this order", async () => {
    const { text } = await bootOf({
      units: { "nginx.service": "enabled", "app.service": { execStart: "/usr/bin/node /srv/app.js", user: "app" } },
      commands: ["npm ci --prefix /srv"],
      files: { "/srv/app.js": { content: "listen(process.env.PORT);\n", owner: "app", mode: "0640" } },
      environment: { PORT: "3000" },
      users: ["app"],
      packages: ["nodejs", "nginx"],
    });
    assert.equal(
      text,
      `#!/bin/bash
set -euo pipefail
if command -v dnf > /dev/null; then
  dnf install -y nodejs nginx
else
  export DEBIAN_FRONTEND=noninteractive
  apt-get -o DPkg::Lock::Timeout=600 update
  apt-get -o DPkg::Lock::Timeout=600 install -y nodejs nginx
fi
id app > /dev/null 2>&1 || useradd --system --user-group --shell /usr/sbin/nologin app
install -D -m 0600 /dev/stdin /etc/user-data.env <<'END'
PORT="3000"
END
set -a
# shellcheck source=/dev/null
. /etc/user-data.env
set +a
install -D -m 0644 /dev/stdin /etc/systemd/system/app.service <<'END'
[Unit]
Description=app.service
Wants=network-online.target
After=network-online.target

[Service]
ExecStart=/usr/bin/node /srv/app.js
User=app
EnvironmentFile=/etc/user-data.env
Restart=always
NoNewPrivileges=yes

[Install]
WantedBy=multi-user.target
END
install -D -m 0640 -o app /dev/stdin /srv/app.js <<'END'
listen(process.env.PORT);
END
systemctl daemon-reload
npm ci --prefix /srv
systemctl enable --now app.service
systemctl enable --now nginx.service
`,
    );
  });

  it("does nothing where nothing is said", async () => {
    assert.equal((await bootOf({})).text, "#!/bin/bash\nset -euo pipefail\n");
  });

  it("is the same whatever order its files and units are written in", () => {
    const files = { "/a": { content: "1\n" }, "/b": { content: "2\n" } };
    const units = { "a.service": "enabled", "b.timer": "enabled" } as const;
    const turned = <Value>(record: Record<string, Value>) => Object.fromEntries(Object.entries(record).reverse());
    assert.equal(
      readUserData(check, { files, units }),
      readUserData(check, { files: turned<{ content: string }>(files), units: turned<"enabled">(units) }),
    );
  });

  it("takes text as it is, known or not", async () => {
    assert.equal((await bootOf("#!/bin/sh\nls\n")).text, "#!/bin/sh\nls\n");
    assert.equal((await bootOf(pulumi.output("#cloud-config\n"))).text, "#cloud-config\n");
    assert.equal((await bootOf(Promise.resolve("#!/bin/sh\n"))).text, "#!/bin/sh\n");
  });

  it("takes parts that are known later, and keeps a secret secret", async () => {
    const parts = (key: pulumi.Input<string>) => ({ files: { "/etc/key": { content: key, mode: "0600" } } });
    const open = await bootOf(parts(pulumi.output("k3y\n")));
    assert.ok(open.text.includes("install -D -m 0600 /dev/stdin /etc/key <<'END'\nk3y\nEND\n"));
    assert.ok(!isSecret(open.template.inputs.userData));
    const hidden = await workers({ userData: parts(pulumi.secret("k3y\n")) });
    assert.ok(isSecret(hidden.get("workers-template").inputs.userData), "the secret is open");
  });

  it("gives a unit its description, folder, order and restart", () => {
    const unit = {
      execStart: "/usr/bin/app",
      description: "100 % ours",
      workingDirectory: "/srv/app",
      after: ["nginx.service"],
      restart: "on-failure",
    } as const;
    const text = String(readUserData(check, { units: { "app.service": unit } }));
    for (const line of [
      "Description=100 %% ours",
      "WorkingDirectory=/srv/app",
      "After=network-online.target nginx.service",
      "Restart=on-failure",
    ]) {
      assert.ok(text.split("\n").includes(line), line);
    }
    assert.ok(!text.includes("EnvironmentFile"));
  });

  const refused: [string, UserData][] = [
    ['userData.packages must be names such as "nginx", got "nginx; reboot"', { packages: ["nginx; reboot"] }],
    ['userData.packages must be names such as "nginx", got "--force"', { packages: ["--force"] }],
    ['userData.users must be names such as "shop", got "The Shop"', { users: ["The Shop"] }],
    ['userData.environment must have names such as "PORT", got "MY-PORT"', { environment: { "MY-PORT": "1" } }],
    [
      'userData.files must have absolute paths such as "/etc/shop/settings.json", got "etc/shop"',
      { files: { "etc/shop": { content: "" } } },
    ],
    [
      'userData.files must have absolute paths such as "/etc/shop/settings.json", got "/etc/../shop"',
      { files: { "/etc/../shop": { content: "" } } },
    ],
    [
      'userData.files["/a"].owner must be a user, or a user and a group as in "root:shop", got "a:b:c"',
      { files: { "/a": { content: "", owner: "a:b:c" } } },
    ],
    [
      'userData.files["/a"].mode must be three or four octal digits such as "0640", got "u+x"',
      { files: { "/a": { content: "", mode: "u+x" } } },
    ],
    [
      'userData.files["/a"].content must not hold the character NUL, got "\\u0000"',
      { files: { "/a": { content: "\0" } } },
    ],
    ['userData.environment.A must not hold the character NUL, got "\\u0000"', { environment: { A: "\0" } }],
    ['userData.commands[0] must not hold the character NUL, got "\\u0000"', { commands: ["\0"] }],
    ['userData.units must have names such as "shop.service", got "shop"', { units: { shop: "enabled" } }],
    [
      'userData.units["a.timer"] must be "enabled", as only services are made, got {"execStart":"/a"}',
      { units: { "a.timer": { execStart: "/a" } } },
    ],
    [
      'userData.units["a.service"].execStart must be a program and its arguments, got " "',
      { units: { "a.service": { execStart: " " } } },
    ],
    [
      'userData.units["a.service"].description must be one line, got "a\\nUser=root"',
      { units: { "a.service": { execStart: "/a", description: "a\nUser=root" } } },
    ],
    [
      'userData.units["a.service"].user must be a name such as "shop", got "a b"',
      { units: { "a.service": { execStart: "/a", user: "a b" } } },
    ],
    [
      'userData.units["a.service"].workingDirectory must be an absolute path, got "srv"',
      { units: { "a.service": { execStart: "/a", workingDirectory: "srv" } } },
    ],
    [
      'userData.units["a.service"].after must be units such as "nginx.service", got "b c"',
      { units: { "a.service": { execStart: "/a", after: ["b c"] } } },
    ],
    ["userData must be at most 16384 bytes, got 16436", { commands: [`echo ${"x".repeat(16400)}`] }],
  ];
  for (const [sentence, userData] of refused) {
    it(`refuses: ${sentence.slice(0, 120)}`, () => {
      assert.throws(() => readUserData(check, userData), { message: sentence });
    });
  }

  it("refuses what is too long once it is known", () =>
    assert.rejects(workers({ userData: { commands: [pulumi.output("x".repeat(16400))] } }), {
      message: /server group "workers": userData must be at most 16384 bytes, got 16431$/,
    }));
});
