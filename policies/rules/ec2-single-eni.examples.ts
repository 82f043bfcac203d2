import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (type: string) => (props: object) => ({ type, props: { ...props } });
const instance = of("aws:ec2/instance:Instance");
const template = of("aws:ec2/launchTemplate:LaunchTemplate");
const spot = of("aws:ec2/spotInstanceRequest:SpotInstanceRequest");
const nic = of("aws:ec2/networkInterface:NetworkInterface");
const attachment = of("aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment");

export const examples: Examples = {
  denied: [
    {
      title: "several interfaces in every place",
      resources: {
        a: nic({ subnetId: "subnet-1" }),
        b: nic({ subnetId: "subnet-2" }),
        app: instance({
          networkInterfaces: [
            { deviceIndex: 0, networkInterfaceId: ref("a") },
            { deviceIndex: 1, networkInterfaceId: ref("b") },
          ],
        }),
        web: template({ networkInterfaces: [{ deviceIndex: 0 }, { deviceIndex: 1 }, { deviceIndex: 2 }] }),
        spot: spot({ secondaryNetworkInterfaces: [{ networkCardIndex: 1, secondarySubnetId: "subnet-3" }] }),
        fast: template({ secondaryInterfaces: [{ networkCardIndex: 1, deviceIndex: 1 }] }),
        api: instance({
          primaryNetworkInterface: { networkInterfaceId: ref("a") },
          secondaryNetworkInterfaces: [{ networkCardIndex: 1, secondarySubnetId: "subnet-3" }],
        }),
      },
      says: {
        app: "it has 2 network interfaces; leave one",
        web: "it has 3 network interfaces",
        spot: "it has 2 network interfaces",
        fast: "it has 2 network interfaces",
        api: "it has 2 network interfaces",
      },
    },
    {
      title: "an interface that is attached to an instance",
      resources: {
        app: instance({}),
        a: nic({ subnetId: "subnet-1" }),
        b: nic({ subnetId: "subnet-1", attachments: [{ deviceIndex: "2", instance: ref("app") }] }),
        link: attachment({ deviceIndex: 1, instanceId: ref("app"), networkInterfaceId: ref("a") }),
      },
      says: { b: "it is interface 2 of an instance", link: "it is interface 1 of an instance" },
    },
  ],
  allowed: [
    {
      title: "one interface, stated or not",
      resources: {
        a: nic({ subnetId: "subnet-1" }),
        app: instance({ networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("a") }] }),
        api: instance({ primaryNetworkInterface: { networkInterfaceId: ref("a") } }),
        web: template({ networkInterfaces: [{ associatePublicIpAddress: "false" }] }),
        spot: spot({ instanceType: "t3.micro" }),
      },
    },
  ],
  undecided: [
    {
      title: "interfaces that are not known",
      resources: {
        app: instance({ networkInterfaces: UNKNOWN }),
        web: template({ secondaryInterfaces: UNKNOWN }),
        a: nic({ subnetId: "subnet-1", attachments: UNKNOWN }),
        link: attachment({ deviceIndex: UNKNOWN, instanceId: "i-1", networkInterfaceId: "eni-1" }),
      },
      says: {
        app: "networkInterfaces is not known yet",
        web: "secondaryInterfaces is not known yet",
        a: "the deviceIndex of its attachment is not known yet",
        link: "the deviceIndex of its attachment is not known yet",
      },
    },
  ],
};
