import { gunzipSync } from "node:zlib";
import type { Resource } from "../resource";
import { asList, asText, at, type Fact, UNKNOWN } from "./value";

/** The script or cloud-init document that an instance runs when it starts. */
export interface UserData {
  /** Where it is said, as a path of properties. */
  readonly path: string;
  /** As the instance reads it: decoded, and unpacked. */
  readonly text: Fact<string>;
}

const plainOrEncoded = (props: unknown): UserData[] => [
  { path: "userData", text: readable(at(props, "userData")) },
  { path: "userDataBase64", text: readable(at(props, "userDataBase64")) },
];

const places: Record<string, (props: unknown) => UserData[]> = {
  "aws:ec2/instance:Instance": plainOrEncoded,
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": plainOrEncoded,
  "aws:ec2/launchConfiguration:LaunchConfiguration": plainOrEncoded,
  "aws:ec2/launchTemplate:LaunchTemplate": (props) => [{ path: "userData", text: readable(at(props, "userData")) }],
  "aws:ec2/spotFleetRequest:SpotFleetRequest": (props) => {
    const specifications = asList(at(props, "launchSpecifications"));
    if (specifications === UNKNOWN) return [{ path: "launchSpecifications", text: UNKNOWN }];
    return specifications.map((specification, index) => ({
      path: `launchSpecifications[${index}].userData`,
      text: readable(at(specification, "userData")),
    }));
  },
};

export const userDataTypes = Object.keys(places);

/** Every user data that a resource states. */
export function userData(resource: Resource): UserData[] {
  return (places[resource.type]?.(resource.props) ?? []).filter(({ text }) => text !== undefined);
}

/** EC2 takes at most 16 KB of user data; ten times that once unpacked is more than any real one. */
const unpackedBytes = 160 * 1024;

/**
 * Text is itself; base64 is what it stands for, also when that is gzipped, which cloud-init unpacks. Which of the two
 * a property holds cannot be told from its name: the provider passes on a `userData` that is base64 already.
 */
function readable(value: unknown): Fact<string> {
  const text = asText(value);
  if (typeof text !== "string") return text;
  const compact = text.replace(/\s+/g, "");
  if (compact.length < 8 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return text;
  const bytes = unpacked(Buffer.from(compact, "base64"));
  const decoded = bytes?.toString("utf8");
  // Control and replacement characters: a word that only looks like base64, or a binary.
  return decoded === undefined || /[^\P{Cc}\t\n\r]|\ufffd/u.test(decoded) ? text : decoded;
}

function unpacked(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: unpackedBytes });
  } catch {
    return undefined;
  }
}
