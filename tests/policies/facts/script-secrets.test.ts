import assert from "node:assert/strict";
import { scriptSecrets } from "../../../policies/facts/script-secrets";

const kindsIn = (text: string, allow: readonly string[] = []) => scriptSecrets(text, allow).map(({ kind }) => kind);

const held: Readonly<Record<string, string>> = {
  "export DB_PASSWORD=S3cretPassw0rd1": "DB_PASSWORD in plain text",
  "DB_PASSWORD=hunter": "DB_PASSWORD in plain text",
  'API_TOKEN="a b c"; run': "API_TOKEN in plain text",
  "docker run -e MYSQL_ROOT_PASSWORD='pa$$word' mysql:8": "MYSQL_ROOT_PASSWORD in plain text",
  'Environment="APP_SECRET=S3cret"': "APP_SECRET in plain text",
  'echo "DB_PASSWORD=S3cret" >> .env': "DB_PASSWORD in plain text",
  "spring.datasource.password=hunter2": "spring.datasource.password in plain text",
  "java -Dspring.datasource.password=hunter2 -jar shop.jar": "Dspring.datasource.password in plain text",
  "createuser --password=hunter2": "password in plain text",
  'password = "hunter2"': "password in plain text",
  '$env:DB_PASSWORD = "hunter2"': "DB_PASSWORD in plain text",
  "  $password = 'hunter2'": "password in plain text",
  "SECRET_KEY_BASE=0a1b2c3d": "SECRET_KEY_BASE in plain text",
  "mysql -u shop -pS3cret shop": "a password for mysql",
  'mysqldump -p"S3cret" shop': "a password for mysql",
  "curl -u admin:S3cret http://shop/": "a password for curl",
  'curl -s --user "admin:S3cret" http://shop/': "a password for curl",
};

const harmless = [
  ...[
    "DB_PASSWORD=$1",
    `DB_PASSWORD=${"$"}{DB_PASSWORD:-none}`,
    'DB_PASSWORD="$(get)"',
    "DB_PASSWORD=`get`",
    "DB_PASSWORD=",
  ],
  ...['DB_PASSWORD="prefix-$VALUE"', `DB_PASSWORD='${"$"}{password}'`, "DB_PASSWORD=\\$VALUE", 'DB_PASSWORD=""'],
  ...["DB_PASSWORD=<password>", "DB_PASSWORD={{ password }}", "printf 'DB_PASSWORD=%s' x", "DB_PASSWORD=__PASSWORD__"],
  ...["DB_PASSWORD=@PASSWORD@", "DB_PASSWORD=xxxx", "DB_PASSWORD=***", "PASSWORD=your-password", "TOKEN=null"],
  ...["PRIVATE_KEY=/etc/ssl/key.pem", "PRIVATE_KEY=key.pem", "DB_SECRET=shop/db/password", "TOKEN=file:///run/token"],
  ...["DB_SECRET=arn:aws:secretsmanager:eu-west-1:111122223333:secret:db", "ENCRYPTION_KEY=alias/shop"],
  ...["MYSQL_ALLOW_EMPTY_PASSWORD=yes", "PWD=/srv", "MAX_TOKENS=4096", "PASSWORD_LENGTH=20", "KEY=value"],
  ...['if [ "$PASSWORD" = "hunter2" ]; then', "sed -i s/PASSWORD=.*/x/ .env", "connect(password=password, user=user)"],
  ...[
    "connect(password=config.password)",
    "$password = Get-Secret db",
    '$password = "$env:DB_PASSWORD"',
    "token = response",
    "grep PASSWORD= .env",
    "--password=$PASSWORD",
  ],
  ...["mysql -p shop", "mysql -p$PASSWORD", "mysql -p'$PASSWORD'", "docker run --name mysql -p3306:3306 mysql:8"],
  ...["mysql -P3306 --port=3306", "mysql < a.sql; mkdir -p/srv", "yum install mysql && mkdir -psecret1"],
  ...['curl -u "$USER:$PASSWORD" http://shop/', "curl -u admin http://shop/", "curl -u : --negotiate http://shop/"],
  ...["docker run -u 1000:1000 curl", "curl -u admin:$(get) http://shop/", 'curl -u admin:"$PASSWORD" http://shop/'],
  ...["curl -X PUT http://169.254.169.254/latest/api/token -H 'X-aws-ec2-metadata-token-ttl-seconds: 21600'"],
];

describe("the secrets of a script", () => {
  it("are variables, options and properties with their values, and passwords for commands", () => {
    for (const [text, kind] of Object.entries(held)) assert.deepEqual(kindsIn(text), [kind], text);
  });

  it("are not what is filled in, empty, a place, a name or a switch", () => {
    for (const text of harmless) assert.deepEqual(kindsIn(text), [], text);
  });

  it("are not the names by which a script asks for secrets", () => {
    const script = 'DB_SECRET=shop-db\naws secretsmanager get-secret-value --secret-id "$DB_SECRET"';
    assert.deepEqual(kindsIn(script), []);
    assert.deepEqual(kindsIn(script.replace("$DB_SECRET", "$DB_SECRET_ID")), ["DB_SECRET in plain text"]);
  });

  it("are told by their lines, and let through where an exception matches the name or the value", () => {
    const script = "#!/bin/sh\nDB_PASSWORD=a1 DB_PASSWORD=a2\n\nAPI_KEY=b1";
    assert.deepEqual(
      scriptSecrets(script, []).map(({ line }) => line),
      [2, 4],
    );
    assert.deepEqual(kindsIn(script, ["^API_", "a1|a2"]), []);
  });

  it("are looked for in linear time, whatever the text", () => {
    const pieces = [
      "mysql ",
      "mysql -p",
      "curl ",
      "curl -u a:",
      "a=",
      'a="',
      "password='",
      "password=a ",
      "-p",
      " ",
      "_",
    ];
    for (const piece of pieces) {
      const text = piece.repeat(Math.ceil(16_384 / piece.length));
      const start = process.cpuUsage();
      scriptSecrets(text, []);
      const { user, system } = process.cpuUsage(start);
      assert(user + system < 1_000_000, `"${piece}" takes ${(user + system) / 1000} ms`);
    }
  });
});
