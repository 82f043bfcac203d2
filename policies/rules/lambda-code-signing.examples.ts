import { type Examples, ref } from "../examples";
import { UNKNOWN } from "../facts/value";

const of = (props: object) => ({ type: "aws:lambda/function:Function", props: { runtime: "nodejs24.x", ...props } });

export const examples: Examples = {
  denied: [
    {
      title: "archives that nobody need sign",
      resources: { bare: of({}), zip: of({ packageType: "Zip" }) },
      says: {
        bare: "codeSigningConfigArn is not set; name an aws.lambda.CodeSigningConfig",
        zip: "codeSigningConfigArn is not set",
      },
    },
  ],
  allowed: [
    {
      title: "signed archives, and images",
      resources: {
        signing: { type: "aws:lambda/codeSigningConfig:CodeSigningConfig", props: {} },
        signed: of({ codeSigningConfigArn: ref("signing", "arn") }),
        image: of({ packageType: "Image" }),
      },
    },
  ],
  undecided: [
    {
      title: "a kind of package that is not known",
      resources: { any: of({ packageType: UNKNOWN }) },
      says: { any: "packageType is not known yet" },
    },
  ],
};
