import { anycastAddresses } from "./addresses";
import { markedUuid } from "./setting";
import { type Maker, text } from "./words";

/** The hosted zone of every accelerator's name: https://docs.aws.amazon.com/general/latest/gr/global_accelerator.html */
const hostedZoneId = "Z2BJ6XQ5FK7U4H";

/** Stand-ins of Global Accelerator. */
export const globalAccelerator: Readonly<Record<string, Maker>> = {
  "aws:globalaccelerator/accelerator:Accelerator": ({ named, hex, globalArn }) => {
    const arn = globalArn("globalaccelerator", `accelerator/${markedUuid(hex(64))}`);
    const host = `a${hex(16)}`;
    return {
      id: arn,
      arn,
      name: named("name", 64),
      hostedZoneId,
      dnsName: `${host}.awsglobalaccelerator.com`,
      dualStackDnsName: `${host}.dualstack.awsglobalaccelerator.com`,
      ipSets: [{ ipFamily: "IPv4", ipAddresses: anycastAddresses(hex(16)) }],
    };
  },
  "aws:globalaccelerator/listener:Listener": ({ inputs, hex }) => {
    const arn = `${text(inputs.acceleratorArn)}/listener/${hex(8)}`;
    return { id: arn, arn };
  },
  "aws:globalaccelerator/endpointGroup:EndpointGroup": ({ inputs, hex, region }) => {
    const arn = `${text(inputs.listenerArn)}/endpoint-group/${hex(12)}`;
    return { id: arn, arn, endpointGroupRegion: text(inputs.endpointGroupRegion, region) };
  },
};
