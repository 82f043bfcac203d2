import { ACCOUNT_ID } from "./setting";
import { type Maker, sameAs, text } from "./words";

/** What belongs to the registry of an account and region has the account as its id. */
const ofRegistry: Maker = () => ({ id: ACCOUNT_ID, registryId: ACCOUNT_ID });

function ofRepository(property: string): Maker {
  return ({ inputs }) => ({ id: text(inputs[property]), registryId: ACCOUNT_ID });
}

/** Stand-ins of ECR and ECR Public. */
export const ecr: Readonly<Record<string, Maker>> = {
  "aws:ecr/repository:Repository": ({ named, arn, region, dnsSuffix }) => {
    const name = named("name", 256);
    return {
      id: name,
      name,
      arn: arn("ecr", `repository/${name}`),
      registryId: ACCOUNT_ID,
      repositoryUrl: `${ACCOUNT_ID}.dkr.ecr.${region}.${dnsSuffix}/${name}`,
    };
  },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": ofRepository("repository"),
  "aws:ecr/lifecyclePolicy:LifecyclePolicy": ofRepository("repository"),
  "aws:ecr/pullThroughCacheRule:PullThroughCacheRule": ofRepository("ecrRepositoryPrefix"),
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": ofRepository("prefix"),
  "aws:ecr/registryPolicy:RegistryPolicy": ofRegistry,
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration": ofRegistry,
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": ofRegistry,
  "aws:ecr/accountSetting:AccountSetting": sameAs("name"),
  "aws:ecr/pullTimeUpdateExclusion:PullTimeUpdateExclusion": sameAs("principalArn"),
  "aws:ecrpublic/repository:Repository": ({ inputs, globalArn, hex }) => {
    const name = text(inputs.repositoryName);
    return {
      id: name,
      arn: globalArn("ecr-public", `repository/${name}`),
      registryId: ACCOUNT_ID,
      repositoryUri: `public.ecr.aws/${hex(8)}/${name}`,
    };
  },
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy": ofRepository("repositoryName"),
};
