import { webApp } from "../../architectures/web-app";

// One web-app is 57 resources in 5 components: 17 of them are about a thousand.
for (let index = 0; index < 17; index++) {
  const network = { zones: 2, nat: "single" } as const;
  webApp.create({ name: `web-${index}`, tls: "none", exposure: "internet", network, minSize: 2 });
}
