import { z } from "zod";
import { architecture } from "./architecture";
import { domainOrPlainHttp } from "./settings/domain";
import { mutualTlsNeedsDomain } from "./settings/mutual-tls";
import { ownMetric } from "./settings/scaling";
import { wholeNumber } from "./settings/whole-number";
import { webApp, webAppShape } from "./web-app";

const { minSize: _min, maxSize: _max, desiredCapacity: _desired, scaling: _scaling, ...shape } = webAppShape;

/** How many servers there are, and when there are more. */
const demand = z
  .strictObject({
    /** How many there are while few people watch, 2 or more. @default 5 */
    base: wholeNumber(2).default(5),
    /** How many are added while many do, and removed again. @default 5 */
    add: wholeNumber(1).default(5),
    /** What is measured, such as active sessions. @default CPU, in percent */
    metric: ownMetric.optional(),
    /** The value above which servers are added. @default 80 */
    above: z.number().default(80),
    /** The value below which they are removed. @default 20 */
    below: z.number().default(20),
  })
  .prefault({});

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default streaming */
    name: z.string().default("streaming"),
    demand,
    ...shape,
  })
  .superRefine(domainOrPlainHttp("streaming"))
  .superRefine(mutualTlsNeedsDomain);

export const streaming = architecture({
  description: "Route 53 → WAF → ALB → auto-scaled EC2: 5 servers, 5 more while many watch, then 5 again",
  settings,
  create({ demand: { base, add, metric = "cpu" as const, above, below }, ...app }) {
    return webApp.create({
      ...app,
      minSize: base,
      maxSize: base + add,
      desiredCapacity: base,
      scaling: [{ type: "step", metric, scaleOut: [{ above, add }], scaleIn: [{ below, remove: add }] }],
    });
  },
});
