import type { StackResource } from "../resource";
import type { Stack } from "../rule";
import { carrierOf, named, usesOf } from "./references";
import { at, UNKNOWN } from "./value";

const associationTypes = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];

/** The web ACLs that a property can name. */
export const aclKind = {
  types: ["aws:wafv2/webAcl:WebAcl", "aws:wafregional/webAcl:WebAcl"],
  keys: ["arn", "id"],
};

/** The associations of web ACLs with a resource of the stack. */
export function associationsOf(stack: Stack, resource: StackResource): readonly StackResource[] {
  const byReference = usesOf(stack, resource)
    .filter(({ user, property }) => associationTypes.includes(user.type) && property === "resourceArn")
    .map(({ user }) => user);
  const arn = at(resource.props, "arn");
  const byArn = carrierOf(stack, arn, { types: associationTypes, keys: ["resourceArn"] });
  return byArn && !byReference.includes(byArn) ? [...byReference, byArn] : byReference;
}

/** True when an association of the stack is with a resource that cannot be told yet. */
export function hasOpenAssociation(stack: Stack): boolean {
  return stack
    .ofType(...associationTypes)
    .some(
      (association) =>
        at(association.props, "resourceArn") === UNKNOWN && association.references("resourceArn").length === 0,
    );
}

/** The web ACL of the stack that an association is about. */
export function aclOf(stack: Stack, association: StackResource): StackResource | undefined {
  const property = association.type === associationTypes[0] ? "webAclArn" : "webAclId";
  return named(stack, association, property, at(association.props, property), aclKind)[0];
}
