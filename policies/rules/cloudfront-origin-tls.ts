import { customOriginsOf, distributionTypes } from "../facts/distributions";
import { pathTo, written } from "../facts/property-paths";
import { asList, asText, at, few, UNKNOWN } from "../facts/value";
import { type Change, rule } from "../rule";

const vpcOriginType = "aws:cloudfront/vpcOrigin:VpcOrigin";
const outdated = ["SSLv3", "TLSv1", "TLSv1.1"];

export const cloudfrontOriginTls = rule({
  name: "cloudfront-origin-tls",
  displayName: "CloudFront speaks TLS 1.2 with its origins",
  description: "CloudFront speaks neither SSL 3 nor TLS 1.0 or 1.1 with a custom origin, or with one in a VPC.",
  why: "These versions have known weaknesses, and while they are allowed an attacker on the way can bring both sides down to them.",
  severity: "medium",
  level: "mandatory",
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudfront-controls.html#cloudfront-10",
  remediationSteps: 'Set originSslProtocols to ["TLSv1.2"].',
  controls: { fsbp: ["CloudFront.10"] },
  types: [...distributionTypes, vpcOriginType],
  resource({ resource, deny, undecided }) {
    const { places, unknownLists } = protocolPlaces(resource);
    for (const list of unknownLists) undecided(list);
    for (const { path, protocols } of places) {
      if (protocols === UNKNOWN) {
        undecided(written(path));
        continue;
      }
      const old = outdated.filter((protocol) => protocols.includes(protocol));
      if (old.length > 0) deny(`${written(path)} holds ${few(old)}; set it to ["TLSv1.2"]`);
      else if (protocols.includes(UNKNOWN)) undecided(written(path));
    }
  },
  remediate(resource) {
    return protocolPlaces(resource).places.flatMap(({ path, count, protocols }): Change[] => {
      if (protocols === UNKNOWN || !outdated.some((protocol) => protocols.includes(protocol))) return [];
      const current = protocols.filter((protocol) => protocol === UNKNOWN || !outdated.includes(protocol));
      if (current.includes(UNKNOWN)) return [];
      const value = current.length > 0 ? current : ["TLSv1.2"];
      return [{ path, value }, ...(count ? [{ path: count, value: value.length }] : [])];
    });
  },
});

interface ProtocolPlace {
  readonly path: Change["path"];
  /** Where their number is said again. */
  readonly count?: Change["path"];
  readonly protocols: ReturnType<typeof textsOf>;
}

function protocolPlaces({ type, props }: { readonly type: string; readonly props: unknown }) {
  if (type === vpcOriginType) {
    const within = ["vpcOriginEndpointConfig", "originSslProtocols"] as const;
    const place: ProtocolPlace = {
      path: [...within, "items"],
      count: [...within, "quantity"],
      protocols: textsOf(at(props, ...within, "items")),
    };
    return { places: [place], unknownLists: [] };
  }
  const { members, unknownLists } = customOriginsOf(props);
  const places = members.map(({ value, place }): ProtocolPlace => {
    const path = pathTo(place, "originSslProtocols");
    return { path, protocols: textsOf(at(value, "originSslProtocols")) };
  });
  return { places, unknownLists };
}

function textsOf(value: unknown) {
  const list = asList(value);
  return list === UNKNOWN ? UNKNOWN : list.map((member) => asText(member) ?? "");
}
