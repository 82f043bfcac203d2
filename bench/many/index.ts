import { webApp } from "../../architectures/web-app";

// One web-app is 57 resources in 5 components: 17 of them are about a thousand.
for (let index = 0; index < Number(process.env.WEB_APPS ?? 17); index++) {
  webApp.create(`web-${index}`, {
    tls: "none",
    exposure: "internet",
    network: { zones: 2, nat: "single" },
    minSize: 2,
  });
}
