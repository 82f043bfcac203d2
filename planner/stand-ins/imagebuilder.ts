import { ACCOUNT_ID } from "./setting";
import { type Maker, text, type Words } from "./words";

/** What Image Builder keeps under a name: in ARNs it is written small, with dashes for all else. */
function named(resource: string, more?: (words: Words) => string): Maker {
  return (words) => {
    const name = words.named("name", 126);
    const path = name.toLowerCase().replace(/[ _]/g, "-");
    const arn = words.arn("imagebuilder", `${resource}/${path}${more?.(words) ?? ""}`);
    return { id: arn, arn, name };
  };
}

/** Stand-ins of EC2 Image Builder. */
export const imagebuilder: Readonly<Record<string, Maker>> = {
  "aws:imagebuilder/component:Component": (words) => {
    const made = named("component", ({ inputs }) => `/${text(inputs.version)}/1`)(words);
    return { ...made, owner: ACCOUNT_ID, type: "BUILD" };
  },
  "aws:imagebuilder/imageRecipe:ImageRecipe": (words) => {
    const made = named("image-recipe", ({ inputs }) => `/${text(inputs.version)}`)(words);
    return { ...made, owner: ACCOUNT_ID, platform: "Linux" };
  },
  "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": named("infrastructure-configuration"),
  "aws:imagebuilder/distributionConfiguration:DistributionConfiguration": named("distribution-configuration"),
  "aws:imagebuilder/imagePipeline:ImagePipeline": named("image-pipeline"),
  "aws:imagebuilder/lifecyclePolicy:LifecyclePolicy": named("lifecycle-policy"),
};
