import { markedUuid } from "./setting";
import { type Maker, text } from "./words";

/** Stand-ins of canaries. */
export const synthetics: Readonly<Record<string, Maker>> = {
  "aws:synthetics/canary:Canary": ({ inputs, arn, hex }) => {
    const name = text(inputs.name);
    const engine = `cwsyn-${name.slice(0, 21)}-${markedUuid(hex(64))}`;
    return {
      id: name,
      name,
      arn: arn("synthetics", `canary:${name}`),
      engineArn: arn("lambda", `function:${engine}:1`),
    };
  },
};
