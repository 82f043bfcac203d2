import type { Resource } from "../resource";
import type { Path } from "./texts";
import { at, UNKNOWN, type Unknown } from "./value";

/**
 * The properties that AWS has for a secret, as their names end; Pulumi keeps what stands there as a secret, too. `Wo`
 * ends those that the provider only writes. `providerDetails` is where Cognito takes the keys of other identity providers.
 */
const secretProperty =
  /(?:passwords?|secret|secretString|secretBinary|tokens?|credentials?|(?:private|api|access|secret|preshared|customer|host)Key|plaintext|keyMaterial|serviceJson|providerDetails)(?:Body|Base64)?(?:Wo)?$/i;

/** Property names of AWS: what is written otherwise, such as `DB_PASSWORD`, the program made up. */
const awsName = /^(?=.*[a-z])[A-Za-z0-9]+$/;

/** Maps whose names the program makes up, whatever they sound like. */
const freeMaps = /^(?:tags|tagsAll|parameters|options|labels|metadata)$|(?:variables|environment|arguments)$/i;

const parameterType = "aws:ssm/parameter:Parameter";

/** True for a property that AWS has for a secret, and not a name that the program made up. */
export function isSecretPlace(path: Path): boolean {
  const last = path.at(-1);
  if (typeof last !== "string" || !secretProperty.test(last) || !awsName.test(last)) return false;
  return !path.slice(0, -1).some((step) => typeof step === "string" && freeMaps.test(step));
}

/** Whether a property is the value of a parameter in Parameter Store that is encrypted. */
export function isSecureParameter({ type, props }: Resource, [property]: Path): boolean | Unknown {
  if (type !== parameterType || (property !== "value" && property !== "valueWo")) return false;
  const kind = at(props, "type");
  return kind === UNKNOWN ? UNKNOWN : kind === "SecureString";
}
