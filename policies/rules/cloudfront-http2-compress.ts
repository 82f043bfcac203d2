import { behaviorsOf, distributionTypes } from "../facts/distributions";
import { pathTo, written } from "../facts/property-paths";
import { asBoolean, asText, at, few, shown, UNKNOWN } from "../facts/value";
import { rule } from "../rule";

export const cloudfrontHttp2Compress = rule({
  name: "cloudfront-http2-compress",
  displayName: "CloudFront speaks HTTP/3 and compresses",
  description: "Every CloudFront distribution speaks HTTP/2 and HTTP/3, and compresses what it serves.",
  why: "Pages load faster, above all on phones and slow networks, and fewer bytes are billed.",
  severity: "low",
  level: "disabled",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html#DownloadDistValuesSupportedHTTPVersions",
  remediationSteps: 'Set httpVersion to "http2and3", and compress of each cache behaviour to true.',
  controls: {},
  types: distributionTypes,
  resource({ resource: { props }, deny, undecided }) {
    const version = versionOf(props);
    if (version === UNKNOWN) undecided("httpVersion");
    else if (version !== "http2and3" && !isHeldBack(props)) {
      deny(`httpVersion is ${shown(at(props, "httpVersion"))}; set it to "http2and3"`);
    }
    const { members, unknownLists } = behaviorsOf(props);
    for (const list of unknownLists) undecided(list);
    const plain: string[] = [];
    for (const { value, place } of members) {
      const compresses = asBoolean(at(value, "compress"));
      if (compresses === UNKNOWN) undecided(written(pathTo(place, "compress")));
      else if (!compresses) plain.push(written(pathTo(place, "compress")));
    }
    if (plain.length > 0) deny(`${few(plain)} ${plain.length > 1 ? "are" : "is"} not true; compress what is served`);
  },
  remediate({ props }) {
    const version = versionOf(props);
    const isOld = version !== UNKNOWN && version !== "http2and3" && !isHeldBack(props);
    const plain = behaviorsOf(props).members.filter(({ value }) => {
      const compresses = asBoolean(at(value, "compress"));
      return compresses !== UNKNOWN && !compresses;
    });
    return [
      ...(isOld ? [{ path: ["httpVersion"] as const, value: "http2and3" }] : []),
      ...plain.map(({ place }) => ({ path: pathTo(place, "compress"), value: true })),
    ];
  },
});

function versionOf(props: unknown) {
  return asText(at(props, "httpVersion")) ?? "http2";
}

/**
 * Certificates of visitors, and a second distribution for some of them, go with HTTP/2 at most.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html
 */
function isHeldBack(props: unknown): boolean {
  const others = ["viewerMtlsConfig", "continuousDeploymentPolicyId"].map((property) => at(props, property));
  return others.some((value) => value !== undefined && value !== "") || asBoolean(at(props, "staging")) === true;
}
