import { z } from "zod";
import { architecture } from "./architecture";
import { day, schedulesOf, sizesOf } from "./ecommerce-day/day";
import { domainOrPlainHttp } from "./settings/domain";
import { mutualTlsNeedsDomain } from "./settings/mutual-tls";
import { webApp, webAppShape } from "./web-app";

const { minSize: _min, desiredCapacity: _desired, ...shape } = webAppShape;

const settings = z
  .strictObject({
    /** What the names of all resources begin with; a change of it replaces them. @default ecommerce-day */
    name: z.string().default("ecommerce-day"),
    day,
    ...shape,
  })
  .superRefine(domainOrPlainHttp("ecommerce-day"))
  .superRefine(mutualTlsNeedsDomain);

export const ecommerceDay = architecture({
  description: "Route 53 → WAF → ALB → auto-scaled EC2: 3 servers, 5 more at lunch, 10 in the evening, 2 at night",
  settings,
  create({ day, maxSize, scaling = [{ type: "target", metric: "cpu", target: 40 } as const], ...app }) {
    const sizes = sizesOf(day);
    return webApp.create({
      ...app,
      // What the group begins with, whenever that is; the next moment of the day sets it right.
      minSize: sizes.morning,
      desiredCapacity: sizes.morning,
      maxSize: maxSize ?? 2 * Math.max(...Object.values(sizes)),
      scaling: [...scaling, ...schedulesOf(day)],
    });
  },
});
