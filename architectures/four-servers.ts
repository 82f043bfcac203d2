import { z } from "zod";
import { architecture } from "./architecture";
import { domainOrPlainHttp } from "./settings/domain";
import { mutualTlsNeedsDomain } from "./settings/mutual-tls";
import { wholeNumber } from "./settings/whole-number";
import { webApp, webAppShape } from "./web-app";

const { minSize: _min, maxSize: _max, desiredCapacity: _desired, scaling: _scaling, ...shape } = webAppShape;

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default four-servers */
    name: z.string().default("four-servers"),
    /** How many servers there are, 2 or more. @default 4 */
    servers: wholeNumber(2).default(4),
    ...shape,
  })
  .superRefine(domainOrPlainHttp("four-servers"))
  .superRefine(mutualTlsNeedsDomain);

export const fourServers = architecture({
  description: "Route 53 → WAF → ALB → four EC2 servers over two or more zones; one dies, three serve",
  settings,
  create({ servers, maintenance = allButOne(servers), ...app }) {
    return webApp.create({
      ...app,
      minSize: servers,
      maxSize: servers,
      desiredCapacity: servers,
      scaling: [],
      maintenance,
    });
  },
});

/** All servers but one stay in service while one is replaced, and there are never more than all. */
function allButOne(servers: number) {
  return { minHealthyPercent: Math.floor((100 * (servers - 1)) / servers), maxHealthyPercent: 100 };
}
